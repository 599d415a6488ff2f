import { standing } from "../cells/cell-face";
import { isAway } from "../cells/cell-value";
import { isEnrolledOn, isObligatory, obstacle, type Column } from "../page/page-columns";
import type { PagePupil } from "../page/page-model";
import type { MarkContent } from "../outbox/entry";
import type { CellView } from "../store/cell-view";

/** What a cell looks like beside its text, as words of one attribute: most cells have none, which keeps the page small. `isLate`: written after the term was closed. */
export function cellMarks(view: CellView, column: Column, pupil: PagePupil, today: string, isLate: boolean): string | undefined {
  const words: string[] = [];
  const blocked = obstacle(column.lesson, pupil, today);
  if (blocked === "CANCELLED" || blocked === "MISSED") words.push("cancelled");
  if (blocked === "NOT_ENROLLED") words.push("out");
  if (column.lesson.date === today) words.push("today");
  if (view.state !== "SAVED") words.push(view.state.toLowerCase());
  const marks = standing(view);
  const last = marks.at(-1);
  if (marks.some(({ comment }) => comment !== null)) words.push("comment");
  if (last?.value === "2" || last?.value === "1" || last?.value === "FAIL") words.push("low");
  if (last?.value === "DEBT") words.push(isOverdue(last, today) ? "overdue" : "debt");
  if (!last && view.attendance.kind !== null) words.push("away");
  if (lacksMark(view, column, pupil, today)) words.push("lacking");
  if (isLate) words.push("late");
  return words.length > 0 ? words.join(" ") : undefined;
}

/** The last day of a debt has gone by. */
export function isOverdue({ debtUntil }: MarkContent, today: string): boolean {
  return debtUntil != null && debtUntil < today;
}

/** A control work is complete only when every pupil who was there has a mark. */
export function lacksMark(view: CellView, column: Column, pupil: PagePupil, today: string): boolean {
  const hasMark = standing(view).some(({ value }) => value !== "DEBT");
  if (hasMark || !isObligatory(column, today) || !isEnrolledOn(pupil, column.lesson.date)) return false;
  return view.attendance.kind === null || !(isAway(view.attendance.kind) || view.attendance.kind === "RELEASED");
}

import type { MarkContent } from "../outbox/entry";
import type { CellView } from "../store/cell-view";
import { ATTENDANCE_LETTERS, isAway, markText } from "./cell-value";

/** What stands in a cell: a mark, with its retakes as «2/4», a letter of attendance, or a mark with a small letter beside it. */
export interface CellFace {
  text: string;
  /** The points that the last grade was given for. */
  points: string;
  /** Beside a mark: late or released. */
  letter: string;
}

/** Attendance is of the whole lesson: an absence stands in each of its columns, lateness in the first. */
export function faceOf(view: Pick<CellView, "mark" | "retakes" | "attendance">, isFirstColumn: boolean): CellFace {
  const { kind } = view.attendance;
  const shown = kind !== null && (isFirstColumn || isAway(kind)) ? ATTENDANCE_LETTERS[kind] : "";
  const marks = standing(view);
  const last = marks.at(-1);
  if (!last) return { text: shown, points: "", letter: "" };
  return { text: marks.map(contentText).join("/"), points: last.value === "POINTS" ? "" : commaed(last.points), letter: shown };
}

/** The marks of a cell that stand, the first before its retakes. */
export function standing({ mark, retakes }: Pick<CellView, "mark" | "retakes">): MarkContent[] {
  return [mark, ...retakes].filter(({ value }) => value !== null);
}

/** One mark as it is written; points whose grade is not told yet as points. */
export function contentText({ value, points }: MarkContent): string {
  return value === null ? "" : value === "POINTS" ? commaed(points) : markText(value);
}

/** The marks of a cell as they are copied, and typed again: points instead of the grades for them. */
export function copiedMarks(view: Pick<CellView, "mark" | "retakes">): string {
  return standing(view)
    .map((content) => (content.points ? commaed(content.points) : contentText(content)))
    .join("/");
}

export function commaed(points: string | null | undefined): string {
  return (points ?? "").replace(".", ",");
}

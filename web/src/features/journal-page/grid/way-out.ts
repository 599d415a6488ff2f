import { contentText, standing } from "../cells/cell-face";
import { ATTENDANCE_LETTERS } from "../cells/cell-value";
import { atAttempt } from "../outbox/entry";
import type { Problem } from "../outbox/outbox";
import { slotsOf, viewCell, type Change } from "../store/cell-view";
import type { JournalStore } from "../store/journal-store";

/** What has to go so that a refused value can stand: the absence under a mark, or (`mark`) the marks under an absence. */
export interface WayOut {
  absence: string;
  mark: string | null;
  changes: Change[];
}

/** A mark over an absence and an absence over marks can be had after all, when the teacher says that the other goes. */
export function wayOut(store: JournalStore, { code, mine }: Extract<Problem, { why: "REFUSED" }>): WayOut | null {
  if (mine.slot.thing === "TERM_MARK") return null;
  const { lessonId, pupilId } = mine.slot;
  const { columns, outbox } = store.getState();
  const cells = columns
    .filter((column) => column.lesson.id === lessonId)
    .map((column) => ({ slots: slotsOf(column, pupilId), view: viewCell(column, pupilId, outbox, store.confirmed) }));
  const again: Change = { slot: mine.slot, content: mine.content };

  const [first] = cells;
  const absence = first?.view.attendance.kind;
  if (code === "PUPIL_ABSENT" && first && absence) {
    const withdrawn = { slot: first.slots.attendance, content: { kind: null, minutesLate: null, reason: null } };
    return { absence: ATTENDANCE_LETTERS[absence], mark: null, changes: [withdrawn, again] };
  }
  const marked = cells.flatMap(({ slots, view }) =>
    standing(view)
      .map((content, place) => ({ slot: atAttempt(slots.mark, place + 1), content }))
      .reverse(),
  );
  if (code === "PUPIL_HAS_MARK" && marked.length > 0 && "kind" in mine.content && mine.content.kind) {
    const cleared = marked.map(({ slot }) => ({ slot, content: { value: null, comment: null } }));
    const mark = marked.map(({ content }) => contentText(content)).join(", ");
    return { absence: ATTENDANCE_LETTERS[mine.content.kind], mark, changes: [...cleared, again] };
  }
  return null;
}

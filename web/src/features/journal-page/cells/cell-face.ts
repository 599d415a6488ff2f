import type { CellView } from "../store/cell-view";
import { ATTENDANCE_LETTERS, isAway, markText } from "./cell-value";

/** What stands in a cell: a mark, a letter of attendance, or a mark with a small letter beside it. */
export interface CellFace {
  text: string;
  /** Beside a mark: late or released. */
  letter: string;
}

/** Attendance is of the whole lesson: an absence stands in each of its columns, lateness in the first. */
export function faceOf({ mark, attendance }: Pick<CellView, "mark" | "attendance">, isFirstColumn: boolean): CellFace {
  const shown = attendance.kind !== null && (isFirstColumn || isAway(attendance.kind)) ? ATTENDANCE_LETTERS[attendance.kind] : "";
  return mark.value === null ? { text: shown, letter: "" } : { text: markText(mark.value), letter: shown };
}

import { plainText } from "../../kernel/plain-text";
import { ErrorCode, Refusal } from "../../kernel/refusal";
import { CellOutcome } from "../lessons/cell-outcome";
import { fitsVersion } from "../lessons/cell-version";
import type { AttendanceFacts, KeptAttendance } from "./attendance-cells";
import { AttendanceKind, AWAY } from "./attendance-kind";
import type { AttendanceCellInput } from "./attendance.inputs";

/** What an absence says: kind null is "was there". */
export type AttendanceContent = Pick<KeptAttendance, "kind" | "minutesLate" | "reason">;

/** What is to become of one pupil's attendance. */
export type AttendanceDecision =
  | { outcome: CellOutcome.SET; content: AttendanceContent }
  | { outcome: CellOutcome.UNCHANGED }
  | { outcome: CellOutcome.CONFLICT | CellOutcome.REFUSED; refusal: Refusal };

/**
 * May this absence be noted, and does that change anything: the pupil was in the list on the lesson's date [3.2.2], has
 * no mark of the lesson that says otherwise, and nobody has changed it since the teacher saw it. Withdrawing asks for the last only.
 */
export function decideAttendance(cell: AttendanceCellInput, facts: AttendanceFacts): AttendanceDecision {
  const content = readContent(cell);
  if (content instanceof Refusal) return { outcome: CellOutcome.REFUSED, refusal: content };
  const refusal = content.kind && pupilRefusal(content.kind, facts);
  if (refusal) return { outcome: CellOutcome.REFUSED, refusal };
  const { stands } = facts;
  if (sameContent(content, stands ?? PRESENT)) return { outcome: CellOutcome.UNCHANGED };
  if (fitsVersion(cell.version, stands && { version: stands.version, isEmpty: stands.kind === null }))
    return { outcome: CellOutcome.SET, content };
  const message = "Отметку о посещаемости уже изменили с другого устройства. Проверьте её и, если нужно, поставьте свою ещё раз.";
  return { outcome: CellOutcome.CONFLICT, refusal: new Refusal(ErrorCode.CONFLICT, message) };
}

const PRESENT: AttendanceContent = { kind: null, minutesLate: null, reason: null };

function readContent({ kind, minutesLate, reason }: AttendanceCellInput): AttendanceContent | Refusal {
  if (!kind) return PRESENT;
  const minutes = minutesLate ?? null;
  if (minutes !== null && kind !== AttendanceKind.LATE) {
    return new Refusal(ErrorCode.INVALID, "Минуты указывают только при опоздании. Уберите их или выберите «опоздание».", {
      field: "minutesLate",
    });
  }
  if (minutes !== null && (minutes < 1 || minutes > 90)) {
    return new Refusal(ErrorCode.INVALID, "Опоздание бывает от 1 до 90 минут. Исправьте число минут.", { field: "minutesLate" });
  }
  const why = plainText(reason ?? "", { field: "reason", limit: 500, lines: "ONE" });
  return why instanceof Refusal ? why : { kind, minutesLate: minutes, reason: why || null };
}

function pupilRefusal(kind: AttendanceKind, { isEnrolled, hasMark }: AttendanceFacts): Refusal | null {
  if (!isEnrolled) {
    return new Refusal(
      ErrorCode.NOT_ENROLLED,
      "Учащегося нет в списке журнала на дату урока. Отмечайте только тех, кто был зачислен в этот день.",
    );
  }
  if (hasMark && AWAY.has(kind)) {
    return new Refusal(
      ErrorCode.PUPIL_HAS_MARK,
      "У учащегося есть отметка за этот урок, поэтому он не может быть отсутствующим. Сначала уберите её.",
    );
  }
  return null;
}

function sameContent(one: AttendanceContent, other: AttendanceContent): boolean {
  return one.kind === other.kind && one.minutesLate === other.minutesLate && one.reason === other.reason;
}

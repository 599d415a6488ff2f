import { uuidv7 } from "uuidv7";
import type { Statement, Transaction } from "../../kernel/database";
import { announceDiaryChange } from "../../kernel/diary-change";
import { appendHistory, type HistoryEntry } from "../../kernel/history";
import { leaveNews } from "../../kernel/outbox";
import { runOnce } from "../../kernel/operation";
import { ErrorCode, notFound, Refusal } from "../../kernel/refusal";
import { signedIn, type RequestContext } from "../../kernel/request-context";
import { fitsVersion } from "../lessons/cell-version";
import { lessonRefusal } from "../lessons/lesson-rule";
import { lockLessons, type LockedLesson } from "../lessons/lock-lessons";
import { decideHomework, NO_HOMEWORK, sameHomework, type HomeworkContent } from "./decide-homework";
import type { Homework } from "./homework.entity";
import type { SetHomeworkInput, SetHomeworkPayload } from "./homework.inputs";

/**
 * Gives homework on a lesson, changes it or takes it away [3.2.6].
 * @throws Refusal NOT_FOUND, LESSON_CANCELLED, LESSON_NOT_HELD, OUTSIDE_TERM or TERM_CLOSED for the lesson, TEXT_TOO_LONG, INVALID, CONFLICT with the
 * version and the text as they stand, and what `runOnce` throws.
 */
export async function setHomework(context: RequestContext, input: SetHomeworkInput): Promise<SetHomeworkPayload> {
  const viewer = signedIn(context);
  const at = context.clock.now();
  return runOnce(context.database, viewer, { id: input.operationId, name: "setHomework", input, at }, async (transaction) => {
    const [lesson] = (await lockLessons(transaction, viewer, at, input.journalId, [input.lessonId.toLowerCase()])).values();
    if (!lesson) throw notFound("Урок");
    const closed = lessonRefusal(lesson, viewer.today);
    if (closed) throw closed;
    const wanted = decideHomework(input, lesson);
    if (wanted instanceof Refusal) throw wanted;
    const [stands = null] = await transaction.query<KeptHomework>(STANDING, [transaction.schoolId, lesson.id]);
    if (sameHomework(wanted, stands ?? NO_HOMEWORK)) return payload(lesson, stands);
    if (!fitsVersion(input.version, stands && { version: stands.version, isEmpty: stands.text === "" })) throw conflict(stands);
    const kept = { id: stands?.id ?? uuidv7(), ...wanted, version: (stands?.version ?? 0) + 1 };
    await write(transaction, lesson, stands, kept, { at, by: viewer.personId, operationId: input.operationId });
    return payload(lesson, kept);
  });
}

/** Homework that was taken away keeps its row with an empty text: its version goes on. */
type KeptHomework = HomeworkContent & { id: string; version: number };

interface HomeworkChange {
  at: Date;
  by: string;
  operationId: string;
}

async function write(
  transaction: Transaction,
  lesson: LockedLesson,
  stands: KeptHomework | null,
  kept: KeptHomework,
  { at, by, operationId }: HomeworkChange,
): Promise<void> {
  const { id, text, dueOn, expectedMinutes, version } = kept;
  const values = [transaction.schoolId, id, lesson.id, lesson.journalId, text, dueOn, expectedMinutes, version, at, by, lesson.openingId];
  const written = await transaction.query(WRITE, values);
  if (written.length !== 1) throw new Error(`homework of lesson ${lesson.id} was decided on and could not be written`);
  const dates = [lesson.date, stands?.dueOn, kept.dueOn].flatMap((date) => date ?? []);
  await announceDiaryChange(transaction, { journalId: lesson.journalId, pupilIds: [], dates });
  await leaveHomeworkNews(transaction, lesson, { id, before: stands?.text || null, after: text || null }, { at, by });
  const place = { thingId: id, journalId: lesson.journalId, lessonId: lesson.id, openingId: lesson.openingId };
  await appendHistory(transaction, { at, actorId: by, operationId }, [
    { thing: "HOMEWORK", ...place, before: visible(stands), after: visible(kept) },
  ]);
}

/** Another date of the same homework is seen in the diary and is no news. */
async function leaveHomeworkNews(
  transaction: Transaction,
  { id: lessonId, journalId }: LockedLesson,
  { id: homeworkId, before, after }: { id: string; before: string | null; after: string | null },
  { at, by }: { at: Date; by: string },
): Promise<void> {
  if (before === after) return;
  await leaveNews(transaction, at, { kind: "HOMEWORK", journalId, by, lessonId, homeworkId, before, after });
}

function visible(homework: KeptHomework | null): HistoryEntry["after"] {
  if (!homework?.text) return null;
  const { text, dueOn, expectedMinutes } = homework;
  return { text, dueOn, expectedMinutes };
}

function payload({ id: lessonId, journalId }: LockedLesson, kept: KeptHomework | null): SetHomeworkPayload {
  const homework = kept?.text ? ({ ...kept, lessonId, journalId } as Homework) : null;
  return { lessonId, homework, version: kept?.version ?? 0 };
}

function conflict(stands: KeptHomework | null): Refusal {
  const message = "Домашнее задание уже изменили с другого устройства. Посмотрите его и, если нужно, сохраните своё ещё раз.";
  return new Refusal(ErrorCode.CONFLICT, message, { version: stands?.version ?? 0, text: stands?.text ?? "" });
}

const STANDING: Statement = {
  name: "homework-standing",
  text: `SELECT id, text, due_on AS "dueOn", expected_minutes AS "expectedMinutes", version FROM homework WHERE school_id = $1 AND lesson_id = $2`,
};

const WRITE: Statement = {
  name: "write-homework",
  text: `
  INSERT INTO homework (school_id, id, lesson_id, journal_id, text, due_on, expected_minutes, version, set_at, set_by, opening_id)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
  ON CONFLICT (school_id, lesson_id) DO UPDATE
    SET text = EXCLUDED.text, due_on = EXCLUDED.due_on, expected_minutes = EXCLUDED.expected_minutes, version = EXCLUDED.version,
        set_at = EXCLUDED.set_at, set_by = EXCLUDED.set_by, opening_id = EXCLUDED.opening_id
    WHERE homework.version = EXCLUDED.version - 1
  RETURNING id`,
};

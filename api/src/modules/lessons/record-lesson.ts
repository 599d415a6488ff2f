import type { Transaction } from "../../kernel/database";
import { announceDiaryChange } from "../../kernel/diary-change";
import { appendHistory, type HistoryEntry } from "../../kernel/history";
import { runOnce } from "../../kernel/operation";
import { ErrorCode, notFound, Refusal } from "../../kernel/refusal";
import { signedIn, type RequestContext } from "../../kernel/request-context";
import { isUuid, requireUuid } from "../../kernel/uuid";
import { readRules, rulesOfSubject } from "../assessment-rules/assessment-rules";
import { decideColumns, type ColumnChange, type ColumnRules } from "./decide-columns";
import { loadRecordFacts, writeRecord, type RecordFacts } from "./lesson-record";
import { recordRefusal } from "./lesson-rule";
import { LessonStatus } from "./lesson-status";
import { lockLessons, type LockedLesson } from "./lock-lessons";
import type { RecordLessonInput, RecordLessonPayload } from "./record-lesson.inputs";
import { checkTopic } from "./topic-rule";

/**
 * Records a lesson as held [3.2.2]: its topic, which is obligatory and Russian [2.7], the plan's topic and the columns of
 * marks. A record that changes nothing leaves no trace.
 * @throws Refusal NOT_FOUND, LESSON_CANCELLED, LESSON_NOT_HELD, OUTSIDE_TERM, TERM_CLOSED, TOPIC_EMPTY, TOPIC_NOT_RUSSIAN, TEXT_TOO_LONG, INVALID,
 * LIMIT_EXCEEDED, CONFLICT with the version and the topic as they stand, and what `runOnce` throws.
 */
export async function recordLesson(context: RequestContext, input: RecordLessonInput): Promise<RecordLessonPayload> {
  const viewer = signedIn(context);
  const at = context.clock.now();
  return runOnce(context.database, viewer, { id: input.operationId, name: "recordLesson", input, at }, async (transaction) => {
    const [lesson] = (await lockLessons(transaction, viewer, at, input.journalId, [input.lessonId.toLowerCase()])).values();
    if (!lesson) throw notFound("Урок");
    const closed = recordRefusal(lesson, viewer.today);
    if (closed) throw closed;
    const topic = orThrow(checkTopic(input.topic, lesson.isForeignLanguage));
    const planTopicId = input.planTopicId ? requireUuid(input.planTopicId, "planTopicId").toLowerCase() : null;
    const facts = await loadRecordFacts(
      transaction,
      lesson,
      planTopicId,
      (input.assessments ?? []).map((column) => column.id).filter(isUuid),
    );
    if (planTopicId && facts.wantedTopic === null) throw notFound("Тема плана");
    const columns = input.assessments ? orThrow(decideColumns(input.assessments, facts.columns, columnRules(lesson, facts))) : [];
    if (input.version !== lesson.version) throw conflict(lesson);
    await apply(transaction, lesson, facts, { topic, planTopicId, columns, at, by: viewer.personId, operationId: input.operationId });
    return { lessonId: lesson.id };
  });
}

function columnRules({ subjectId, isForeignLanguage, markingScheme: scheme }: LockedLesson, { rules }: RecordFacts): ColumnRules {
  return { isForeignLanguage, scheme, works: rulesOfSubject(readRules(rules), subjectId).works };
}

function orThrow<Value>(checked: Value | Refusal): Value {
  if (checked instanceof Refusal) throw checked;
  return checked;
}

function conflict({ version, topic }: LockedLesson): Refusal {
  return new Refusal(
    ErrorCode.CONFLICT,
    "Запись урока уже изменили с другого устройства. Посмотрите её и, если нужно, сохраните свою ещё раз.",
    {
      version,
      topic,
    },
  );
}

interface DecidedRecord {
  topic: string;
  planTopicId: string | null;
  columns: ColumnChange[];
  at: Date;
  by: string;
  operationId: string;
}

async function apply(transaction: Transaction, lesson: LockedLesson, facts: RecordFacts, record: DecidedRecord): Promise<void> {
  const { topic, planTopicId, columns, at, by, operationId } = record;
  const isSame = lesson.status === LessonStatus.HELD && lesson.topic === topic && lesson.planTopicId === planTopicId;
  if (isSame && columns.length === 0) return;
  const removed = columns.flatMap(({ before, after }) => (before && !after ? [before.id] : []));
  const written = columns.flatMap(({ after }) => after ?? []);
  const teacherId = lesson.taughtBy ?? by;
  await writeRecord(
    transaction,
    { lessonId: lesson.id, topic, planTopicId, teacherId, at, by, openingId: lesson.openingId },
    { removed, written },
  );
  await announceDiaryChange(transaction, { journalId: lesson.journalId, pupilIds: [], dates: [lesson.date] });
  const before = { status: lesson.status, topic: lesson.topic, planTopic: facts.standingTopic };
  const after = { status: LessonStatus.HELD, topic, planTopic: facts.wantedTopic };
  const place = { journalId: lesson.journalId, lessonId: lesson.id, openingId: lesson.openingId };
  const entries: HistoryEntry[] = isSame ? [] : [{ thing: "LESSON", thingId: lesson.id, ...place, before, after }];
  await appendHistory(transaction, { at, actorId: by, operationId }, [...entries, ...columns.map((change) => columnEntry(place, change))]);
}

function columnEntry(
  place: { journalId: string; lessonId: string; openingId: string | null },
  { before, after }: ColumnChange,
): HistoryEntry {
  return { thing: "ASSESSMENT", thingId: (before ?? after)!.id, ...place, before: visible(before), after: visible(after) };
}

function visible(column: ColumnChange["after"]): HistoryEntry["after"] {
  if (!column) return null;
  const { number, kind, weight, title, mandatory, scale, maxPoints } = column;
  return { number, kind, weight, title, mandatory, scale, maxPoints };
}

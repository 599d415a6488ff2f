import type { Statement, Transaction } from "../../kernel/database";
import { isUuid } from "../../kernel/uuid";
import type { Viewer } from "../../kernel/viewer";
import { HOLD_TERM_LOCKS, termGate } from "../calendar/term-gate";
import { classesOfJournal } from "../journals/classes-of-journal";
import type { MarkingScheme } from "../journals/marking-scheme";
import type { LessonStatus } from "./lesson-status";

/** A lesson that the viewer may write in, locked to the end of the transaction, with what decides whether it may be written now. */
export interface LockedLesson {
  id: string;
  journalId: string;
  date: string;
  status: LessonStatus;
  version: number;
  topic: string | null;
  planTopicId: string | null;
  /** Who gave it, or is to by a substitution; null: the teacher of the timetable. */
  taughtBy: string | null;
  /** The term of the journal's kind that holds the date; null: holidays, or another year. */
  termId: string | null;
  /** The term is closed for the school, the class or the journal and not opened again, or its year is closed. */
  isClosed: boolean;
  /** The term is closed, and opened for a time by this opening: what is written is late. Null: written in time. */
  openingId: string | null;
  markingScheme: MarkingScheme;
  subjectId: string;
  isForeignLanguage: boolean;
  /** The last day of the academic year. */
  yearEndsOn: string;
}

/**
 * Locks the lessons of one journal, in the order of their ids so that two commands never wait for each other in a ring.
 * A lesson's marks, absences, homework and columns change under this lock only: what is read after it stays true. Until the end of the
 * transaction nobody closes or opens a term either, so what is read of it by the second statement stays true as well.
 * What is not there, is of another journal or is not the viewer's to write is left out.
 */
export async function lockLessons(
  transaction: Transaction,
  viewer: Viewer,
  now: Date,
  journalId: string,
  lessonIds: readonly string[],
): Promise<Map<string, LockedLesson>> {
  const ids = [...new Set(lessonIds)].filter(isUuid);
  const locked = await transaction.query<{ id: string }>(LOCK_LESSONS, [viewer.schoolId, journalId, ids, viewer.personId, viewer.today]);
  return loadLocked(transaction, now, journalId, locked);
}

/** The same for what the journal does by itself, by the school's rules: no viewer is asked. */
export async function lockLessonsForRules(
  transaction: Transaction,
  now: Date,
  journalId: string,
  lessonIds: readonly string[],
): Promise<Map<string, LockedLesson>> {
  const locked = await transaction.query<{ id: string }>(LOCK_FOR_RULES, [transaction.schoolId, journalId, [...new Set(lessonIds)]]);
  return loadLocked(transaction, now, journalId, locked);
}

async function loadLocked(
  transaction: Transaction,
  now: Date,
  journalId: string,
  locked: readonly { id: string }[],
): Promise<Map<string, LockedLesson>> {
  if (locked.length === 0) return new Map();
  const values = [transaction.schoolId, journalId, locked.map(({ id }) => id), now];
  const lessons = await transaction.query<LockedLesson>(LOCKED_LESSONS, values);
  return new Map(lessons.map((lesson) => [lesson.id, lesson]));
}

/** $4 the viewer's person, $5 today: the load in force today or the substitution of this very lesson opens it [3.2]. */
const LOCK_LESSONS: Statement = {
  name: "lock-lessons",
  text: `
  SELECT lesson.id
  FROM lesson
  LEFT JOIN substitution ON substitution.school_id = $1 AND substitution.lesson_id = lesson.id
  WHERE ${HOLD_TERM_LOCKS} AND lesson.school_id = $1 AND lesson.journal_id = $2 AND lesson.id = ANY($3::uuid[])
    AND (substitution.staff_id = $4 OR EXISTS (
      SELECT FROM teaching_load WHERE teaching_load.school_id = $1 AND teaching_load.journal_id = $2 AND teaching_load.staff_id = $4
        AND teaching_load.valid_from <= $5::date AND (teaching_load.valid_to IS NULL OR teaching_load.valid_to >= $5::date)))
  ORDER BY lesson.id
  FOR NO KEY UPDATE OF lesson`,
};

const LOCK_FOR_RULES: Statement = {
  name: "lock-lessons-for-rules",
  text: `
  SELECT lesson.id FROM lesson
  WHERE lesson.school_id = $1 AND ${HOLD_TERM_LOCKS} AND lesson.journal_id = $2 AND lesson.id = ANY($3::uuid[])
  ORDER BY lesson.id
  FOR NO KEY UPDATE OF lesson`,
};

/** $4 now. */
const LOCKED_LESSONS: Statement = {
  name: "locked-lessons",
  text: `
  SELECT lesson.id, lesson.journal_id AS "journalId", lesson.date, lesson.status, lesson.version, lesson.topic, lesson.plan_topic_id AS "planTopicId",
    COALESCE(lesson.taught_by, substitution.staff_id) AS "taughtBy", term.id AS "termId",
    academic_year.status = 'CLOSED' OR COALESCE(gate.is_closed, false) AS "isClosed", gate.opening_id AS "openingId",
    journal.marking_scheme AS "markingScheme", journal.subject_id AS "subjectId", subject.is_foreign_language AS "isForeignLanguage", academic_year.ends_on AS "yearEndsOn"
  FROM lesson
  JOIN journal ON journal.school_id = $1 AND journal.id = lesson.journal_id
  JOIN subject ON subject.school_id = $1 AND subject.id = journal.subject_id
  JOIN academic_year ON academic_year.school_id = $1 AND academic_year.id = journal.academic_year_id
  LEFT JOIN term ON term.school_id = $1 AND term.academic_year_id = journal.academic_year_id AND term.kind = journal.term_kind
    AND lesson.date BETWEEN term.starts_on AND term.ends_on
  LEFT JOIN LATERAL ${termGate({ termId: "term.id", now: "$4", journalId: "journal.id", classes: classesOfJournal("journal", "term") })} AS gate ON true
  LEFT JOIN substitution ON substitution.school_id = $1 AND substitution.lesson_id = lesson.id
  WHERE lesson.school_id = $1 AND lesson.journal_id = $2 AND lesson.id = ANY($3::uuid[])`,
};

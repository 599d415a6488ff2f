import type { Statement, Transaction } from "../../kernel/database";
import type { Viewer } from "../../kernel/viewer";
import { readRules, rulesOn, type StoredRules } from "../assessment-rules/assessment-rules";
import type { SchoolDays } from "./answer-deadline";

/** How long the teacher has for a question that is asked today, and the school days of the pupil. One statement. */
export async function loadAnswerTime(
  transaction: Transaction,
  { schoolId, today }: Viewer,
  journalId: string,
  pupilId: string,
): Promise<{ days: number; calendar: SchoolDays }> {
  const [row] = await transaction.query<CalendarRow>(CALENDAR, [schoolId, journalId, pupilId, today]);
  const { rules, weekDays, terms, exceptions } = row!;
  const calendar = { weekDays, terms: terms.map(([startsOn, endsOn]) => ({ startsOn, endsOn })), exceptions: new Map(exceptions) };
  return { days: readRules(rules).questionDays, calendar };
}

interface CalendarRow {
  rules: StoredRules | null;
  weekDays: number;
  terms: [startsOn: string, endsOn: string][];
  exceptions: [date: string, followsWeekday: number | null][];
}

/** When the teacher is reminded, and when an answer is too late: at eight in the morning by the school's clock. */
export async function reminderMoments(
  transaction: Transaction,
  days: { remindOn: string; dueOn: string },
): Promise<{ remindAt: Date; overdueAt: Date }> {
  const [moments] = await transaction.query<{ remindAt: Date; overdueAt: Date }>(MOMENTS, [
    transaction.schoolId,
    days.remindOn,
    days.dueOn,
  ]);
  return moments!;
}

/** $2 the journal, whose terms count; $3 the pupil, whose class says whether Saturday is a school day; $4 today. */
const CALENDAR: Statement = {
  name: "mark-question-calendar",
  text: `
  SELECT ${rulesOn("$4::date")} AS rules, COALESCE((
      SELECT school_class.week_days FROM enrolment JOIN school_class ON school_class.school_id = $1 AND school_class.id = enrolment.class_id
      WHERE enrolment.school_id = $1 AND enrolment.pupil_id = $3 AND enrolment.valid_from <= $4::date
        AND (enrolment.valid_to IS NULL OR enrolment.valid_to >= $4::date)), 5) AS "weekDays",
    COALESCE((SELECT json_agg(json_build_array(term.starts_on, term.ends_on) ORDER BY term.starts_on) FROM term
      WHERE term.school_id = $1 AND term.academic_year_id = journal.academic_year_id AND term.kind = journal.term_kind), '[]') AS terms,
    COALESCE((SELECT json_agg(json_build_array(date, follows_weekday)) FROM calendar_exception
      WHERE calendar_exception.school_id = $1 AND date BETWEEN $4::date - 30 AND $4::date + 200), '[]') AS exceptions
  FROM journal WHERE journal.school_id = $1 AND journal.id = $2`,
};

const MOMENTS: Statement = {
  name: "mark-question-moments",
  text: `SELECT ($2::date + time '08:00') AT TIME ZONE time_zone AS "remindAt", ($3::date + 1 + time '08:00') AT TIME ZONE time_zone AS "overdueAt"
    FROM school WHERE school_id = $1`,
};

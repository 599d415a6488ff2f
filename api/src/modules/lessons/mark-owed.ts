import { registerEnumType } from "type-graphql";
import { pupilsOfLesson } from "./pupils-of-lesson";

/** How a pupil of the list stands with a control work [3.2.4]. */
export enum MarkOwed {
  MARKED = "MARKED",
  LACKS_MARK = "LACKS_MARK",
  RESIT = "RESIT",
  RELEASED = "RELEASED",
  TAUGHT_ELSEWHERE = "TAUGHT_ELSEWHERE",
  LEFT = "LEFT",
}
registerEnumType(MarkOwed, {
  name: "MarkOwed",
  description:
    "How a pupil stands with a control work [3.2.4]: has a mark; was there and has none; was absent and is to resit it; was released; is taught at home and owes it there; has left since.",
});

/** What decides it. */
export interface OwedFacts {
  /** In the journal's list on the lesson's date. */
  wasInList: boolean;
  /** In the list still: today, or on the last day of a year that is over. */
  isInList: boolean;
  /** On the lesson's date another journal was kept of the same subject for this pupil alone: at home, or in family education. */
  hasOwnJournal: boolean;
  attendance: "ABSENT" | "SICK" | "EXCUSED" | "LATE" | "RELEASED" | null;
  /** A grade or a pass stands in the column, whenever it was set; a debt (точка) is not one. */
  hasMark: boolean;
}

/** What a pupil owes for a control work; null: is not of the list. Of whom nothing but LACKS_MARK stands, the work is complete. */
export function markOwed({ wasInList, isInList, hasOwnJournal, attendance, hasMark }: OwedFacts): MarkOwed | null {
  if (!wasInList) return null;
  if (hasMark) return MarkOwed.MARKED;
  if (hasOwnJournal) return MarkOwed.TAUGHT_ELSEWHERE;
  if (attendance === "RELEASED") return MarkOwed.RELEASED;
  if (!isInList) return MarkOwed.LEFT;
  return attendance === null || attendance === "LATE" ? MarkOwed.LACKS_MARK : MarkOwed.RESIT;
}

/** Where a work is, in SQL. `journal`: a row of that table; `today`: the school's date. */
export interface WorkPlace {
  assessmentId: string;
  lessonId: string;
  date: string;
  journal: string;
  today: string;
}

/**
 * SQL: the pupils of a control work's list with what each owes, equal to `markOwed`: rows (pupil_id, attendance, mark_id, grade, passed, owed). Of several attempts
 * that mark is shown which counts by the school's rule; of those that count alike the last. `$1` is the school.
 */
export function pupilsOfWork({ assessmentId, lessonId, date, journal, today }: WorkPlace): string {
  return `
  SELECT member.pupil_id, attendance.kind AS attendance, mark.id AS mark_id, mark.grade, mark.passed, CASE
      WHEN mark.id IS NOT NULL THEN 'MARKED'
      WHEN ${isTaughtElsewhere("member.pupil_id", journal, date)} THEN 'TAUGHT_ELSEWHERE'
      WHEN attendance.kind = 'RELEASED' THEN 'RELEASED'
      WHEN NOT ${isInListOn("member.pupil_id", journal, "until.day")} THEN 'LEFT'
      WHEN attendance.kind IN ('ABSENT', 'SICK', 'EXCUSED') THEN 'RESIT'
      ELSE 'LACKS_MARK' END AS owed
  FROM ${lastDayOfList(journal, date, today)} until
  CROSS JOIN LATERAL (${pupilsOfLesson(journal, date)}) member
  LEFT JOIN attendance ON attendance.school_id = $1 AND attendance.lesson_id = ${lessonId} AND attendance.pupil_id = member.pupil_id
  LEFT JOIN LATERAL (SELECT mark.id, mark.grade, mark.passed FROM mark
    WHERE mark.school_id = $1 AND mark.assessment_id = ${assessmentId} AND mark.pupil_id = member.pupil_id AND num_nonnulls(mark.grade, mark.passed) = 1
    ORDER BY mark.share DESC, mark.attempt DESC LIMIT 1) mark ON true`;
}

const holdsOn = (stay: string, day: string): string =>
  `${stay}.valid_from <= ${day} AND (${stay}.valid_to IS NULL OR ${stay}.valid_to >= ${day})`;

/** SQL: `OwedFacts.hasOwnJournal`. */
export function isTaughtElsewhere(pupilId: string, journal: string, date: string): string {
  return `EXISTS (SELECT FROM journal own WHERE own.school_id = $1 AND own.pupil_id = ${pupilId} AND own.subject_id = ${journal}.subject_id
        AND own.academic_year_id = ${journal}.academic_year_id AND own.kind IN ('HOME', 'FAMILY') AND own.id <> ${journal}.id
        AND EXISTS (SELECT FROM teaching_load WHERE teaching_load.school_id = $1 AND teaching_load.journal_id = own.id AND ${holdsOn("teaching_load", date)}))`;
}

/** SQL: `OwedFacts.isInList`, on the day that `lastDayOfList` gives. */
export function isInListOn(pupilId: string, journal: string, day: string): string {
  return `EXISTS (SELECT FROM enrolment WHERE enrolment.school_id = $1 AND enrolment.pupil_id = ${pupilId} AND ${holdsOn("enrolment", day)}
        AND (enrolment.class_id = ${journal}.class_id OR enrolment.pupil_id = ${journal}.pupil_id
          OR EXISTS (SELECT FROM group_membership WHERE group_membership.school_id = $1 AND group_membership.pupil_id = ${pupilId}
            AND group_membership.group_id = ${journal}.group_id AND ${holdsOn("group_membership", day)})))`;
}

/** SQL: one row (day): today, or the last day of the journal's year when that is over; not before the lesson. */
export function lastDayOfList(journal: string, date: string, today: string): string {
  return `(SELECT GREATEST(${date}, LEAST(${today}::date, ends_on)) AS day FROM academic_year
    WHERE academic_year.school_id = $1 AND academic_year.id = ${journal}.academic_year_id)`;
}

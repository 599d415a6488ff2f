import { DEFAULT_RULES, rulesOn } from "../assessment-rules/assessment-rules";
import { pupilsOfWork } from "../lessons/mark-owed";
import { byName, listName } from "../people/person-name";

/** SQL: the last day of resits of a work of a date, by the rule that the school had then. `$1` is the school. */
export function resitBy(date: string): string {
  return `(${date} + COALESCE((${rulesOn(date)} ->> 'resitDays')::int, ${DEFAULT_RULES.resitDays}))`;
}

/** A pupil as a statement packs it. */
export type PackedPupil = [
  pupilId: string,
  name: string,
  attendance: string | null,
  owed: string,
  value: string | null,
  plannedOn: string | null,
  note: string | null,
  version: number | null,
  isOverdue: boolean,
];

/**
 * SQL: one row (present, marked, lacking, absent, released, overdue, pupils) for the work of a row of `works` (id, lesson_id, date, resit_by) and a row of
 * `journal`. `whom`: of which pupils, by `owed`, the packed list is made. `$1` is the school.
 */
export function workSummary(today: string, whom = "true"): string {
  const place = { assessmentId: "works.id", lessonId: "works.lesson_id", date: "works.date", journal: "journal", today };
  return `
  SELECT (count(*) FILTER (WHERE owed = 'LACKS_MARK' OR (owed = 'MARKED' AND ${isPresent})))::int AS present, (count(*) FILTER (WHERE owed = 'MARKED'))::int AS marked,
    (count(*) FILTER (WHERE owed = 'LACKS_MARK'))::int AS lacking, (count(*) FILTER (WHERE owed = 'RESIT'))::int AS absent,
    (count(*) FILTER (WHERE owed = 'RELEASED'))::int AS released, (count(*) FILTER (WHERE overdue))::int AS overdue,
    COALESCE(json_agg(json_build_array(pupil_id, name, attendance, owed, value, planned_on, note, version, overdue) ORDER BY place) FILTER (WHERE ${whom}), '[]') AS pupils
  FROM (
    SELECT member.pupil_id, ${listName("person")} AS name, member.attendance, member.owed, ${RESULT} AS value, resit.planned_on, resit.note, resit.version,
      member.owed = 'RESIT' AND COALESCE(resit.planned_on, works.resit_by) < ${today}::date AS overdue, row_number() OVER (ORDER BY ${byName("person")}) AS place
    FROM (${pupilsOfWork(place)}) member
    JOIN person ON person.school_id = $1 AND person.id = member.pupil_id
    LEFT JOIN resit ON resit.school_id = $1 AND resit.assessment_id = works.id AND resit.pupil_id = member.pupil_id AND resit.state = 'PLANNED'
      AND member.attendance IN ('ABSENT', 'SICK', 'EXCUSED')) pupils`;
}

/** The mark that stands; a debt is not one. */
const RESULT = "COALESCE(member.grade::text, CASE WHEN member.passed THEN 'PASS' WHEN NOT member.passed THEN 'FAIL' END)";

const isPresent = "(attendance IS NULL OR attendance = 'LATE')";

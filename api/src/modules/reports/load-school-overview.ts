import type { Database, Statement } from "../../kernel/database";
import { notFound } from "../../kernel/refusal";
import type { Viewer } from "../../kernel/viewer";
import { shortName } from "../people/person-name";
import type { SchoolOverview } from "./school-overview";

/** The figures of the viewer's school on a date. */
export async function loadSchoolOverview(database: Database, viewer: Viewer, date: string): Promise<SchoolOverview> {
  const [row] = await database.read<SchoolOverview>(viewer.schoolId, OVERVIEW, [viewer.schoolId, date]);
  if (!row) throw notFound("Школа");
  return row;
}

/** $1 school, $2 the date. The year is that of the date, or the last one begun. */
const OVERVIEW: Statement = {
  name: "school-overview",
  text: `
  WITH year AS MATERIALIZED (
    SELECT id FROM academic_year WHERE school_id = $1 AND starts_on <= $2::date ORDER BY starts_on DESC LIMIT 1
  ), lessons AS MATERIALIZED (
    SELECT id, date, status, teacher_id FROM lesson WHERE school_id = $1 AND date BETWEEN $2::date - 7 AND $2::date AND status <> 'CANCELLED'
  )
  SELECT $2::date AS date,
    (SELECT count(*)::int FROM enrolment WHERE school_id = $1 AND valid_from <= $2::date AND (valid_to IS NULL OR valid_to >= $2::date)) AS "pupilCount",
    (SELECT count(*)::int FROM staff WHERE school_id = $1 AND hired_on <= $2::date AND (left_on IS NULL OR left_on >= $2::date)) AS "staffCount",
    (SELECT count(*)::int FROM school_class, year WHERE school_class.school_id = $1 AND school_class.academic_year_id = year.id) AS "classCount",
    (SELECT count(*)::int FROM journal, year WHERE journal.school_id = $1 AND journal.academic_year_id = year.id) AS "journalCount",
    (SELECT count(*)::int FROM lessons WHERE date = $2::date) AS "lessonsToday",
    (SELECT count(*)::int FROM lessons WHERE date = $2::date AND status = 'HELD') AS "recordedToday",
    (SELECT count(DISTINCT attendance.pupil_id)::int FROM lessons JOIN attendance ON attendance.school_id = $1 AND attendance.lesson_id = lessons.id
       WHERE lessons.date = $2::date AND attendance.kind IN ('ABSENT', 'SICK', 'EXCUSED')) AS "absentToday",
    (SELECT count(*)::int FROM lessons JOIN mark ON mark.school_id = $1 AND mark.lesson_id = lessons.id
       WHERE lessons.date = $2::date AND num_nonnulls(mark.grade, mark.passed) = 1) AS "marksToday",
    (SELECT COALESCE(json_agg(json_build_object('staffId', person.id, 'name', ${shortName("person")}, 'count', late.count)
              ORDER BY late.count DESC, person.surname COLLATE "ru-x-icu", person.id), '[]')
       FROM (SELECT COALESCE((SELECT staff_id FROM substitution WHERE substitution.school_id = $1 AND substitution.lesson_id = lessons.id), lessons.teacher_id) AS staff_id,
               count(*) AS count
             FROM lessons WHERE lessons.date < $2::date AND lessons.status = 'PLANNED' GROUP BY 1) late
       JOIN person ON person.school_id = $1 AND person.id = late.staff_id) AS unrecorded,
    (SELECT count(*)::int FROM account WHERE school_id = $1 AND closed_at IS NULL) AS "accountCount"
  FROM school WHERE school_id = $1`,
};

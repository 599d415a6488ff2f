import { journalsOfPupil } from "../journals/journals-of-pupil";

/** SQL: the kinds of `attendance` with which a pupil was away. */
const AWAY = "attendance.kind IN ('ABSENT', 'SICK', 'EXCUSED')";

/** What a statement calls the rows that the question is about: SQL throughout. */
export interface Arrivals {
  /** A table or CTE of pupils in a journal. */
  source: string;
  /** What its rows are known by. */
  key: string;
  pupil: string;
  /** The day of arrival in the midst of the term; null: was here from its start. */
  came: string;
  /** A row of `journal`, of which the lessons are not asked. */
  journal: string;
  /** The term's first day. */
  startsOn: string;
}

/**
 * SQL: how many lessons of a journal's subject a pupil who came within the term had elsewhere before, as rows `key, held, missed, sick`: a term
 * mark counts both classes. Of those who did not come within the term there is no row. `$1` is the school.
 */
export function formerLessons({ source, key, pupil, came, journal, startsOn }: Arrivals): string {
  return `
    SELECT ${key} AS key, count(*)::int AS held, count(*) FILTER (WHERE ${AWAY})::int AS missed,
      count(*) FILTER (WHERE attendance.kind = 'SICK')::int AS sick
    FROM ${source} CROSS JOIN LATERAL (${journalsOfPupil(pupil, startsOn, `${came} - 1`)}) stay
    JOIN journal AS former ON former.school_id = $1 AND former.id = stay.journal_id AND former.id <> ${journal}.id
      AND former.subject_id = ${journal}.subject_id AND former.kind IN (${journal}.kind, 'CLASS', 'GROUP', 'HOME')
    JOIN lesson ON lesson.school_id = $1 AND lesson.journal_id = former.id AND lesson.status = 'HELD'
      AND lesson.date BETWEEN GREATEST(${startsOn}, stay.valid_from) AND LEAST(${came} - 1, stay.valid_to)
    LEFT JOIN attendance ON attendance.school_id = $1 AND attendance.lesson_id = lesson.id AND attendance.pupil_id = ${pupil}
    WHERE ${came} IS NOT NULL
    GROUP BY ${key}`;
}

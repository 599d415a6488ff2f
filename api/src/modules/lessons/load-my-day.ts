import type { Clock } from "../../kernel/clock";
import type { Database, Statement } from "../../kernel/database";
import type { Viewer } from "../../kernel/viewer";
import { shortName } from "../people/person-name";
import type { LessonStatus } from "./lesson-status";
import { isInListOn, isTaughtElsewhere, lastDayOfList } from "./mark-owed";
import { missingParts } from "./missing-parts";
import type { DayLesson, MyDay } from "./my-day";
import { pupilsOfLesson } from "./pupils-of-lesson";

/** The viewer's lessons of a date; without one today's, or those of the next day that has any. */
export async function loadMyDay(database: Database, clock: Clock, viewer: Viewer, asked: string | null): Promise<MyDay> {
  const values = [viewer.schoolId, viewer.personId, asked, viewer.today, clock.now(), viewer.timeZone];
  const [row] = await database.read<{ date: string; lessons: PackedLesson[] | null }>(viewer.schoolId, MY_DAY, values);
  const date = row?.date ?? viewer.today;
  return { date, isToday: date === viewer.today, lessons: (row?.lessons ?? []).map(toLesson) };
}

type PackedLesson = [
  lessonId: string,
  journalId: string,
  slot: number,
  startsAt: string | null,
  endsAt: string | null,
  room: string | null,
  subject: string,
  className: string,
  status: LessonStatus,
  topic: string | null,
  plannedTopic: string | null,
  homework: string | null,
  isSubstitution: boolean,
  pupilCount: number,
  absentCount: number,
  markCount: number,
  hasBegun: boolean,
  expectsHomework: boolean,
  lacksControlMarks: boolean,
];

function toLesson(packed: PackedLesson): DayLesson {
  const [lessonId, journalId, slot, startsAt, endsAt, room, subject, className, status, topic, plannedTopic, homework, ...figures] = packed;
  const [isSubstitution, pupilCount, absentCount, markCount, hasBegun, expectsHomework, lacksControlMarks] = figures;
  const missing = missingParts({ status, hasBegun, expectsHomework, hasHomework: homework !== null, lacksControlMarks });
  const lesson = { lessonId, journalId, slot, startsAt, endsAt, room, subject, className, status, topic, plannedTopic, homework };
  return { ...lesson, isSubstitution, pupilCount, absentCount, markCount, missing };
}

/** Holds on the lesson's date. */
const holds = (stay: string): string => `${stay}.valid_from <= mine.date AND (${stay}.valid_to IS NULL OR ${stay}.valid_to >= mine.date)`;

/** The pupils in the list of the lesson `mine` of `journal`. */
const PUPILS = pupilsOfLesson("journal", "mine.date");

/** Of a control work: the pupil of the list was there and has no mark, as `markOwed` has it. What is rare is asked of the few who have none. */
const LACKS_MARK = `CASE
  WHEN listed.pupil_id = ANY (away.ids) THEN false
  WHEN EXISTS (SELECT FROM mark WHERE mark.school_id = $1 AND mark.assessment_id = assessment.id AND mark.pupil_id = listed.pupil_id
    AND num_nonnulls(mark.grade, mark.passed) = 1) THEN false
  WHEN ${isTaughtElsewhere("listed.pupil_id", "journal", "mine.date")} THEN false
  ELSE EXISTS (SELECT FROM ${lastDayOfList("journal", "mine.date", "$4")} until WHERE ${isInListOn("listed.pupil_id", "journal", "until.day")}) END`;

/** The grade of a journal that is not a whole class's. */
const GRADE_OF_PART = `(
  SELECT min(part.grade) FROM school_class part WHERE part.school_id = $1 AND part.id IN (
    SELECT class_id FROM study_group_class WHERE school_id = $1 AND group_id = journal.group_id
    UNION ALL SELECT class_id FROM enrolment WHERE school_id = $1 AND pupil_id = journal.pupil_id AND ${holds("enrolment")}))`;

/** The topic that the lesson names, or the one that the plan has for its date. */
const PLANNED_TOPIC = `
  CASE WHEN mine.plan_topic_id IS NOT NULL
    THEN (SELECT title FROM plan_topic WHERE school_id = $1 AND id = mine.plan_topic_id)
    ELSE (SELECT title FROM plan_topic WHERE school_id = $1 AND journal_id = mine.journal_id AND planned_on = mine.date ORDER BY number LIMIT 1) END`;

/**
 * $1 school, $2 the teacher, $3 the date asked for or null, $4 today, $5 now, $6 the school's zone. Every part of a plan costs its making ready, run or
 * not, so pupils and absences are read once and kept as arrays.
 */
const MY_DAY: Statement = {
  name: "my-day",
  text: `
  WITH day AS MATERIALIZED (
    SELECT COALESCE($3::date, LEAST(
      (SELECT lesson.date FROM lesson LEFT JOIN substitution ON substitution.school_id = $1 AND substitution.lesson_id = lesson.id
       WHERE lesson.school_id = $1 AND lesson.teacher_id = $2 AND lesson.date >= $4::date AND COALESCE(substitution.staff_id, $2) = $2
       ORDER BY lesson.date LIMIT 1),
      (SELECT lesson_date FROM substitution WHERE school_id = $1 AND staff_id = $2 AND lesson_date >= $4::date ORDER BY lesson_date LIMIT 1)), $4::date) AS date
  ), mine AS MATERIALIZED (
    SELECT lesson.*, substitution.staff_id IS NOT NULL AS is_substitution
    FROM lesson LEFT JOIN substitution ON substitution.school_id = $1 AND substitution.lesson_id = lesson.id
    WHERE lesson.school_id = $1 AND lesson.teacher_id = $2 AND lesson.date = (SELECT date FROM day) AND COALESCE(substitution.staff_id, $2) = $2
    UNION ALL
    SELECT lesson.*, true
    FROM substitution JOIN lesson ON lesson.school_id = $1 AND lesson.id = substitution.lesson_id AND lesson.teacher_id <> $2
    WHERE substitution.school_id = $1 AND substitution.staff_id = $2 AND substitution.lesson_date = (SELECT date FROM day)
  )
  SELECT day.date, (SELECT json_agg(json_build_array(mine.id, mine.journal_id, mine.slot, left(mine.starts_at::text, 5), left(mine.ends_at::text, 5), mine.room,
      subject.name, COALESCE(school_class.label, study_group.name,
        (SELECT ${shortName("person")} FROM person WHERE person.school_id = $1 AND person.id = journal.pupil_id)), mine.status, mine.topic,
      ${PLANNED_TOPIC}, NULLIF(homework.text, ''),
      mine.is_substitution, cardinality(member.ids), away.count,
      (SELECT count(*) FROM mark WHERE mark.school_id = $1 AND mark.lesson_id = mine.id AND num_nonnulls(mark.grade, mark.passed) = 1),
      mine.date < $4::date OR (mine.date = $4::date AND COALESCE(mine.starts_at <= ($5::timestamptz AT TIME ZONE $6)::time, false)),
      journal.kind NOT IN ('EXTRACURRICULAR', 'ELECTIVE') AND COALESCE(school_class.grade, ${GRADE_OF_PART}, 2) > 1,
      EXISTS (SELECT FROM assessment, unnest(member.ids) AS listed (pupil_id)
        WHERE assessment.school_id = $1 AND assessment.lesson_id = mine.id AND assessment.mandatory AND ${LACKS_MARK})) ORDER BY mine.starts_at NULLS FIRST, mine.slot, mine.id)
    FROM mine
    JOIN journal ON journal.school_id = $1 AND journal.id = mine.journal_id
    JOIN subject ON subject.school_id = $1 AND subject.id = journal.subject_id
    LEFT JOIN school_class ON school_class.school_id = $1 AND school_class.id = journal.class_id
    LEFT JOIN study_group ON study_group.school_id = $1 AND study_group.id = journal.group_id
    LEFT JOIN homework ON homework.school_id = $1 AND homework.lesson_id = mine.id
    CROSS JOIN LATERAL (SELECT ARRAY(${PUPILS}) AS ids OFFSET 0) AS member
    CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE kind IN ('ABSENT', 'SICK', 'EXCUSED')) AS count, COALESCE(array_agg(pupil_id) FILTER (WHERE kind <> 'LATE'), '{}') AS ids
      FROM attendance WHERE attendance.school_id = $1 AND attendance.lesson_id = mine.id) AS away) AS lessons
  FROM day`,
};

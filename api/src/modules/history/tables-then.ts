import { RetakeRule, rulesOn } from "../assessment-rules/assessment-rules";
import { WHOLE_SHARE } from "../marks/weighted-average";
import type { MomentParameters } from "./as-it-stood";
import { TERM_LOCKS, TERM_OPENINGS } from "./locks-then";
import { joinLater, was, wasOpenedBy, wasSetAt, wasThere } from "./row-then";

/** A table that teachers write in, or that says where they may, as it stood: every column of the table, of the rows that were there. */
interface TableThen {
  name: string;
  rows: (moment: MomentParameters) => string;
}

/** SQL: a grade as the change that took its place found it. */
const GRADE_BEFORE = `CASE WHEN later.before ->> 'value' ~ '^[1-5]$' THEN (later.before ->> 'value')::smallint END`;

/**
 * SQL: how much of the mark counted. History does not tell it, since it follows from the pupil's marks of the same work by the rule of retakes
 * on the lesson's day (retake-shares.ts); nearly every work has one.
 */
function shareThen(moment: MomentParameters): string {
  const others = "others.school_id = kept.school_id AND others.assessment_id = kept.assessment_id AND others.pupil_id = kept.pupil_id";
  return `CASE WHEN NOT EXISTS (SELECT FROM public.mark others WHERE ${others} AND others.attempt <> kept.attempt) THEN ${WHOLE_SHARE} ELSE (
        SELECT CASE COALESCE(${rulesOn("kept.lesson_date")} ->> 'retakes', '${RetakeRule.LAST}')
          WHEN '${RetakeRule.BOTH}' THEN ${WHOLE_SHARE}
          WHEN '${RetakeRule.MEAN}' THEN ${WHOLE_SHARE} / NULLIF(count(*), 0)
          WHEN '${RetakeRule.BEST}' THEN CASE WHEN kept.attempt = (array_agg(attempt ORDER BY grade DESC, attempt))[1] THEN ${WHOLE_SHARE} ELSE 0 END
          ELSE CASE WHEN kept.attempt = max(attempt) THEN ${WHOLE_SHARE} ELSE 0 END END
        FROM (
          SELECT others.attempt, ${was("others.grade", GRADE_BEFORE)} AS grade
          FROM public.mark others ${joinLater("others", moment)} WHERE ${others} AND ${wasThere("others.set_at", moment)}) attempts
        WHERE grade IS NOT NULL) END`;
}

const MARKS = (moment: MomentParameters): string => `
    SELECT kept.school_id, kept.id, kept.assessment_id, kept.lesson_id, kept.journal_id, kept.lesson_date, kept.pupil_id, kept.attempt,
      ${was("kept.grade", GRADE_BEFORE)} AS grade,
      ${was("kept.passed", `CASE later.before ->> 'value' WHEN 'PASS' THEN true WHEN 'FAIL' THEN false END`)} AS passed,
      ${was("kept.comment", "later.before ->> 'comment'")} AS comment,
      ${was("kept.points", "(later.before ->> 'points')::numeric")} AS points,
      ${shareThen(moment)} AS share,
      ${was("kept.debt_until", "(later.before ->> 'debtUntil')::date")} AS debt_until,
      kept.version, ${wasSetAt(moment, "kept.lesson_date")} AS set_at, kept.set_by, ${wasOpenedBy(moment)} AS opening_id
    FROM public.mark kept ${joinLater("kept", moment)}
    WHERE ${wasThere("kept.set_at", moment)} AND kept.lesson_date <= ${moment.date}::date`;

const ABSENCES = (moment: MomentParameters): string => `
    SELECT kept.school_id, kept.id, kept.lesson_id, kept.journal_id, kept.lesson_date, kept.pupil_id,
      ${was("kept.kind", "later.before ->> 'kind'")} AS kind,
      ${was("kept.minutes_late", "(later.before ->> 'minutesLate')::smallint")} AS minutes_late,
      ${was("kept.reason", "later.before ->> 'reason'")} AS reason,
      ${was("kept.document", "later.before ->> 'document'")} AS document,
      kept.version, ${wasSetAt(moment, "kept.lesson_date")} AS set_at, kept.set_by, ${wasOpenedBy(moment)} AS opening_id
    FROM public.attendance kept ${joinLater("kept", moment)}
    WHERE ${wasThere("kept.set_at", moment)} AND kept.lesson_date <= ${moment.date}::date`;

const HOMEWORK = (moment: MomentParameters): string => `
    SELECT kept.school_id, kept.id, kept.lesson_id, kept.journal_id,
      ${was("kept.text", "COALESCE(later.before ->> 'text', '')")} AS text,
      ${was("kept.due_on", "(later.before ->> 'dueOn')::date")} AS due_on,
      ${was("kept.expected_minutes", "(later.before ->> 'expectedMinutes')::smallint")} AS expected_minutes,
      kept.version, kept.set_at, kept.set_by, ${wasOpenedBy(moment)} AS opening_id
    FROM public.homework kept ${joinLater("kept", moment)}
    JOIN public.lesson of_lesson ON of_lesson.school_id = kept.school_id AND of_lesson.id = kept.lesson_id
    WHERE ${wasThere("kept.set_at", moment)} AND of_lesson.date <= ${moment.date}::date`;

/** A lesson is recorded for the first time once: before that moment it was planned, and who taught it was not written. */
const LESSONS = (moment: MomentParameters): string => {
  const stood = was("kept.status", "later.before ->> 'status'");
  const isAhead = `${stood} = 'HELD' AND kept.recorded_at > ${moment.at}::timestamptz`;
  const whenRecorded = (column: string): string => `CASE WHEN NOT (${isAhead}) THEN ${column} END`;
  const whileHeld = (column: string): string =>
    whenRecorded(was(column, `CASE WHEN later.before ->> 'status' = 'HELD' THEN ${column} END`));
  const topicOfPlan = `(SELECT plan_topic.id FROM plan_topic WHERE plan_topic.school_id = kept.school_id AND plan_topic.journal_id = kept.journal_id
        AND plan_topic.number = (later.before ->> 'planTopic')::int)`;
  return `
    SELECT kept.school_id, kept.id, kept.journal_id, kept.date, kept.slot, kept.starts_at, kept.ends_at,
      CASE WHEN ${isAhead} THEN 'PLANNED' ELSE ${stood} END AS status, kept.teacher_id, ${whileHeld("kept.taught_by")} AS taught_by, kept.room,
      ${whenRecorded(was("kept.topic", "later.before ->> 'topic'"))} AS topic, ${whenRecorded(was("kept.plan_topic_id", topicOfPlan))} AS plan_topic_id,
      ${whileHeld("kept.recorded_at")} AS recorded_at, ${whileHeld("kept.recorded_by")} AS recorded_by, kept.version,
      ${wasOpenedBy(moment)} AS opening_id
    FROM public.lesson kept ${joinLater("kept", moment)}`;
};

/** A column copied in bulk carries no moment: it is there from its lesson's record. */
const COLUMNS = (moment: MomentParameters): string => `
    SELECT kept.school_id, kept.id, kept.lesson_id, ${was("kept.number", "(later.before ->> 'number')::smallint")} AS number,
      ${was("kept.kind", "later.before ->> 'kind'")} AS kind, ${was("kept.weight", "(later.before ->> 'weight')::numeric")} AS weight,
      ${was("kept.title", "later.before ->> 'title'")} AS title, ${was("kept.mandatory", "(later.before ->> 'mandatory')::boolean")} AS mandatory,
      ${was("kept.scale", "COALESCE(later.before ->> 'scale', 'FIVE_POINT')")} AS scale,
      ${was("kept.max_points", "(later.before ->> 'maxPoints')::numeric")} AS max_points
    FROM public.assessment kept ${joinLater("kept", moment)}
    JOIN public.lesson of_lesson ON of_lesson.school_id = kept.school_id AND of_lesson.id = kept.lesson_id
    WHERE (later.seq IS NULL OR later.before IS NOT NULL) AND of_lesson.date <= ${moment.date}::date
      AND (of_lesson.recorded_at IS NULL OR of_lesson.recorded_at <= ${moment.at}::timestamptz OR EXISTS (
        SELECT FROM history WHERE history.school_id = kept.school_id AND history.thing_id = kept.id AND history.at <= ${moment.at}::timestamptz))`;

const TERM_MARKS = (moment: MomentParameters): string => `
    SELECT kept.school_id, kept.id, kept.journal_id, kept.pupil_id, kept.kind, kept.term_id,
      ${was("kept.grade", GRADE_BEFORE)} AS grade,
      ${was("kept.passed", `CASE later.before ->> 'value' WHEN 'PASS' THEN true WHEN 'FAIL' THEN false END`)} AS passed,
      ${was("kept.special", `CASE WHEN later.before ->> 'value' IN ('NOT_ASSESSED', 'RELEASED') THEN later.before ->> 'value' END`)} AS special,
      ${was("kept.suggested", `CASE WHEN later.before ->> 'suggested' ~ '^[1-5]$' THEN (later.before ->> 'suggested')::smallint END`)} AS suggested,
      ${was("kept.suggested_special", `CASE WHEN later.before ->> 'suggested' !~ '^[1-5]$' THEN later.before ->> 'suggested' END`)} AS suggested_special,
      ${was("kept.reason", "later.before ->> 'reason'")} AS reason, kept.version, kept.set_at, kept.set_by,
      ${wasOpenedBy(moment)} AS opening_id
    FROM public.term_mark kept ${joinLater("kept", moment)}
    LEFT JOIN public.term of_term ON of_term.school_id = kept.school_id AND of_term.id = kept.term_id
    WHERE ${wasThere("kept.set_at", moment)} AND (of_term.id IS NULL OR of_term.starts_on <= ${moment.date}::date)`;

/** A resit that was changed later was planned before, or not there. */
const RESITS = (moment: MomentParameters): string => `
    SELECT kept.school_id, kept.id, kept.assessment_id, kept.lesson_id, kept.journal_id, kept.pupil_id,
      ${was("kept.planned_on", "(later.before ->> 'plannedOn')::date")} AS planned_on, ${was("kept.state", "'PLANNED'")} AS state,
      ${was("kept.note", "later.before ->> 'note'")} AS note, kept.version, kept.set_at, kept.set_by
    FROM public.resit kept ${joinLater("kept", moment)}
    WHERE ${wasThere("kept.set_at", moment)}`;

export const TABLES_THEN: readonly TableThen[] = [
  { name: "lesson", rows: LESSONS },
  { name: "assessment", rows: COLUMNS },
  { name: "mark", rows: MARKS },
  { name: "attendance", rows: ABSENCES },
  { name: "homework", rows: HOMEWORK },
  { name: "term_mark", rows: TERM_MARKS },
  { name: "resit", rows: RESITS },
  { name: "term_lock", rows: TERM_LOCKS },
  { name: "term_opening", rows: TERM_OPENINGS },
];

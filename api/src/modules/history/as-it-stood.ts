import type { Statement } from "../../kernel/database";

/** Parameters of a page's statement: the moment, and the school's civil date of it. */
export interface MomentParameters {
  at: string;
  date: string;
}

/**
 * The same page as it stood at a moment: the page's own statement, over tables that are counted back. Its names of the tables that teachers write in
 * mean here what those held then: of each row, what the first change after the moment says was there before it; an unchanged row is as it stands.
 *
 * A row that was copied in bulk has no history. It is taken to be there from the moment that it carries itself, and never before its lesson's day.
 * Who is in a class, names, the timetable and the plan are not counted back: their tables hold their own dates.
 */
export function asItStood({ name, text }: Statement, moment: MomentParameters): Statement {
  const tables = TABLES.map((table) => `${table.name} AS NOT MATERIALIZED (${table.rows(moment)})`);
  return { name: `${name}-at`, text: `WITH ${tables.join(", ")} SELECT * FROM (${text}) page` };
}

/** SQL: joins, as `later`, the first change of a row after the moment; `seq` is null when there is none. */
function joinLater(row: string, { at }: MomentParameters): string {
  return `LEFT JOIN LATERAL (
      SELECT history.seq, history.before FROM history
      WHERE history.school_id = ${row}.school_id AND history.thing_id = ${row}.id AND history.at > ${at}::timestamptz
      ORDER BY history.seq LIMIT 1) later ON true`;
}

/** SQL: was the row there: by its next change or, without one, by the moment that the row carries. */
function wasThere(madeAt: string, { at }: MomentParameters): string {
  return `CASE WHEN later.seq IS NULL THEN ${madeAt} <= ${at}::timestamptz ELSE later.before IS NOT NULL END`;
}

/** SQL: a column as it was: what the next change found, or what stands. */
function was(column: string, before: string): string {
  return `CASE WHEN later.seq IS NULL THEN ${column} ELSE ${before} END`;
}

/** SQL: when the row got the content that it had. Of what was copied in bulk and changed since, only the lesson's day is known. */
function wasSetAt(row: string, { at }: MomentParameters, day: string): string {
  return `COALESCE((SELECT history.at FROM history
      WHERE history.school_id = ${row}.school_id AND history.thing_id = ${row}.id AND history.at <= ${at}::timestamptz ORDER BY history.seq DESC LIMIT 1),
      CASE WHEN later.seq IS NULL THEN ${row}.set_at END, ${day}::timestamptz)`;
}

const MARKS = (moment: MomentParameters): string => `
    SELECT kept.school_id, kept.id, kept.assessment_id, kept.lesson_id, kept.journal_id, kept.lesson_date, kept.pupil_id, kept.attempt,
      ${was("kept.grade", `CASE WHEN later.before ->> 'value' ~ '^[1-5]$' THEN (later.before ->> 'value')::smallint END`)} AS grade,
      ${was("kept.passed", `CASE later.before ->> 'value' WHEN 'PASS' THEN true WHEN 'FAIL' THEN false END`)} AS passed,
      ${was("kept.comment", "later.before ->> 'comment'")} AS comment,
      ${was("kept.points", "(later.before ->> 'points')::numeric")} AS points,
      ${was("kept.share", "COALESCE((later.before ->> 'share')::smallint, 2520)")} AS share,
      ${was("kept.debt_until", "(later.before ->> 'debtUntil')::date")} AS debt_until,
      kept.version, ${wasSetAt("kept", moment, "kept.lesson_date")} AS set_at, kept.set_by
    FROM public.mark kept ${joinLater("kept", moment)}
    WHERE ${wasThere("kept.set_at", moment)} AND kept.lesson_date <= ${moment.date}::date`;

const ABSENCES = (moment: MomentParameters): string => `
    SELECT kept.school_id, kept.id, kept.lesson_id, kept.journal_id, kept.lesson_date, kept.pupil_id,
      ${was("kept.kind", "later.before ->> 'kind'")} AS kind,
      ${was("kept.minutes_late", "(later.before ->> 'minutesLate')::smallint")} AS minutes_late,
      ${was("kept.reason", "later.before ->> 'reason'")} AS reason,
      ${was("kept.document", "later.before ->> 'document'")} AS document,
      kept.version, ${wasSetAt("kept", moment, "kept.lesson_date")} AS set_at, kept.set_by
    FROM public.attendance kept ${joinLater("kept", moment)}
    WHERE ${wasThere("kept.set_at", moment)} AND kept.lesson_date <= ${moment.date}::date`;

const HOMEWORK = (moment: MomentParameters): string => `
    SELECT kept.school_id, kept.id, kept.lesson_id, kept.journal_id,
      ${was("kept.text", "COALESCE(later.before ->> 'text', '')")} AS text,
      ${was("kept.due_on", "(later.before ->> 'dueOn')::date")} AS due_on,
      ${was("kept.expected_minutes", "(later.before ->> 'expectedMinutes')::smallint")} AS expected_minutes,
      kept.version, kept.set_at, kept.set_by
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
      ${whileHeld("kept.recorded_at")} AS recorded_at, ${whileHeld("kept.recorded_by")} AS recorded_by, kept.version
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
      ${was("kept.grade", `CASE WHEN later.before ->> 'value' ~ '^[1-5]$' THEN (later.before ->> 'value')::smallint END`)} AS grade,
      ${was("kept.passed", `CASE later.before ->> 'value' WHEN 'PASS' THEN true WHEN 'FAIL' THEN false END`)} AS passed,
      ${was("kept.special", `CASE WHEN later.before ->> 'value' IN ('NOT_ASSESSED', 'RELEASED') THEN later.before ->> 'value' END`)} AS special,
      ${was("kept.suggested", `CASE WHEN later.before ->> 'suggested' ~ '^[1-5]$' THEN (later.before ->> 'suggested')::smallint END`)} AS suggested,
      ${was("kept.suggested_special", `CASE WHEN later.before ->> 'suggested' = 'NOT_ASSESSED' THEN 'NOT_ASSESSED' END`)} AS suggested_special,
      ${was("kept.reason", "later.before ->> 'reason'")} AS reason, kept.version, kept.set_at, kept.set_by
    FROM public.term_mark kept ${joinLater("kept", moment)}
    LEFT JOIN public.term of_term ON of_term.school_id = kept.school_id AND of_term.id = kept.term_id
    WHERE ${wasThere("kept.set_at", moment)} AND (of_term.id IS NULL OR of_term.starts_on <= ${moment.date}::date)`;

const TABLES: readonly { name: string; rows: (moment: MomentParameters) => string }[] = [
  { name: "lesson", rows: LESSONS },
  { name: "assessment", rows: COLUMNS },
  { name: "mark", rows: MARKS },
  { name: "attendance", rows: ABSENCES },
  { name: "homework", rows: HOMEWORK },
  { name: "term_mark", rows: TERM_MARKS },
];

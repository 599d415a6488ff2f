import type { Database, Statement } from "../../kernel/database";
import { notFound } from "../../kernel/refusal";
import { mayEditLesson, readableJournals, seesWholeSchool, type Viewer } from "../../kernel/viewer";
import type { AssessmentKind } from "../assessment-rules/assessment-kind";
import { Averaging, readRules, rulesOn, type StoredRules } from "../assessment-rules/assessment-rules";
import type { AttendanceKind } from "../attendance/attendance-kind";
import { termGate } from "../calendar/term-gate";
import { classesOfJournal } from "../journals/classes-of-journal";
import { lessonTeacher } from "../lessons/lesson-teacher";
import type { MarkOwed } from "../lessons/mark-owed";
import { countResults, qualityFigures, ratioText, type Ratio, type Result } from "../marks/quality-figures";
import { averageText } from "../marks/weighted-average";
import { shortName } from "../people/person-name";
import type { ControlWork, WorkFigures, WorkPupil } from "./control-work";
import { resitBy, workSummary, type PackedPupil } from "./work-summary";

/** A control work of a journal that the viewer may read. @throws Refusal NOT_FOUND when it is not there, or its column is not mandatory. */
export async function loadControlWork(
  database: Database,
  viewer: Viewer,
  { journalId, assessmentId }: { journalId: string; assessmentId: string },
  now: Date,
): Promise<ControlWork> {
  const journals = seesWholeSchool(viewer) ? null : readableJournals(viewer);
  const values = [viewer.schoolId, journalId, journals, assessmentId, viewer.today, now];
  const [row] = await database.read<WorkRow>(viewer.schoolId, CONTROL_WORK, values);
  if (!row) throw notFound("Контрольная работа");
  const { rules, sums, packed, present, lacking, absent, released, ...work } = row;
  const pupils = packed.map(toWorkPupil);
  const [weighted, weights, plain, shares] = sums.map((sum) => BigInt(sum ?? 0)) as [bigint, bigint, bigint, bigint];
  const isPlain = readRules(rules).averaging === Averaging.PLAIN;
  return {
    ...work,
    journalId,
    canEdit: !work.isClosed && mayEditLesson(viewer, journalId, work.lessonId),
    pupils,
    figures: figuresOf(pupils, { present, lacking, absent, released }),
    averageBefore: averageText(isPlain ? { weighted: plain, weights: shares } : { weighted, weights }),
  };
}

/** A pupil of a work as the statements pack it. */
export function toWorkPupil([pupilId, name, attendance, owed, value, plannedOn, note, version, isOverdue]: PackedPupil): WorkPupil {
  const resit = plannedOn === null ? null : { plannedOn, note, version: version! };
  return { pupilId, name, attendance: attendance as AttendanceKind | null, owed: owed as MarkOwed, value, resit, isOverdue };
}

interface WorkRow {
  assessmentId: string;
  lessonId: string;
  date: string;
  kind: AssessmentKind;
  title: string | null;
  topic: string | null;
  subject: string;
  className: string;
  teacher: string;
  resitBy: string;
  suggestedResitOn: string | null;
  /** The term of the work is closed, and not opened again; so is its year. */
  isClosed: boolean;
  rules: StoredRules | null;
  /** Of the marks before: grade·weight·share, weight·share, grade·share, share. */
  sums: (string | null)[];
  present: number;
  lacking: number;
  absent: number;
  released: number;
  packed: PackedPupil[];
}

type Presence = Pick<WorkRow, "present" | "lacking" | "absent" | "released">;

function figuresOf(pupils: readonly WorkPupil[], presence: Presence): WorkFigures {
  const counts = countResults(
    pupils.flatMap(({ owed, value }) => (owed === "TAUGHT_ELSEWHERE" || owed === "LEFT" ? [] : [value as Result])),
  );
  const { size, mean, success, quality, learning } = qualityFigures(counts);
  const { five, four, three, two, one, passed, failed } = counts;
  const inPercent = (ratio: Ratio | null): string | null => ratio && ratioText(ratio, 1);
  const shares = { mean: mean && ratioText(mean), success: inPercent(success), quality: inPercent(quality), learning: inPercent(learning) };
  return { five, four, three, two, one, passed, failed, ...presence, size, ...shares };
}

/** $1 school, $2 journal, $3 the journals that the viewer may read (null: every one), $4 the column, $5 today, $6 now. */
const CONTROL_WORK: Statement = {
  name: "control-work",
  text: `
  WITH works AS MATERIALIZED (
    SELECT assessment.id, assessment.kind, assessment.title, lesson.id AS lesson_id, lesson.date, lesson.topic, ${resitBy("lesson.date")} AS resit_by,
      ${lessonTeacher("lesson")} AS given_by
    FROM assessment JOIN lesson ON lesson.school_id = $1 AND lesson.id = assessment.lesson_id
    WHERE assessment.school_id = $1 AND assessment.id = $4 AND assessment.mandatory AND lesson.journal_id = $2
      AND ($3::uuid[] IS NULL OR lesson.journal_id = ANY($3::uuid[]))
  )
  SELECT works.id AS "assessmentId", works.lesson_id AS "lessonId", works.date, works.kind, works.title, works.topic, subject.name AS subject,
    COALESCE(school_class.label, study_group.name, ${shortName("person")}) AS "className", ${shortName("teacher")} AS teacher, works.resit_by AS "resitBy",
    (SELECT min(date) FROM lesson WHERE lesson.school_id = $1 AND lesson.journal_id = $2 AND lesson.date > GREATEST($5::date, works.date)
       AND lesson.status = 'PLANNED') AS "suggestedResitOn",
    ${rulesOn("works.date")} AS rules, before.sums, summary.present, summary.lacking, summary.absent, summary.released, summary.pupils AS packed,
    academic_year.status = 'CLOSED' OR COALESCE(gate.is_closed, false) AS "isClosed"
  FROM works
  JOIN journal ON journal.school_id = $1 AND journal.id = $2
  JOIN academic_year ON academic_year.school_id = $1 AND academic_year.id = journal.academic_year_id
  LEFT JOIN term ON term.school_id = $1 AND term.academic_year_id = journal.academic_year_id AND term.kind = journal.term_kind
    AND works.date BETWEEN term.starts_on AND term.ends_on
  LEFT JOIN LATERAL ${termGate({ termId: "term.id", now: "$6", journalId: "journal.id", classes: classesOfJournal("journal", "term") })} AS gate ON true
  JOIN subject ON subject.school_id = $1 AND subject.id = journal.subject_id
  JOIN person AS teacher ON teacher.school_id = $1 AND teacher.id = works.given_by
  LEFT JOIN school_class ON school_class.school_id = $1 AND school_class.id = journal.class_id
  LEFT JOIN study_group ON study_group.school_id = $1 AND study_group.id = journal.group_id
  LEFT JOIN person ON person.school_id = $1 AND person.id = journal.pupil_id
  CROSS JOIN LATERAL (
    SELECT ARRAY[sum(grade * weight * share), sum(weight * share), sum(grade * share), sum(share)]::text[] AS sums
    FROM (
      SELECT mark.grade, mark.share::bigint AS share, (assessment.weight * 100)::bigint AS weight
      FROM mark
      JOIN assessment ON assessment.school_id = $1 AND assessment.id = mark.assessment_id
      WHERE mark.school_id = $1 AND mark.journal_id = $2 AND mark.lesson_date >= term.starts_on AND mark.lesson_date < works.date
        AND mark.grade IS NOT NULL) marks) before
  CROSS JOIN LATERAL (${workSummary("$5")}) summary`,
};

import { readCursor, rowsToRead, toPage, type PageArgs } from "../../kernel/connection";
import type { Database, Statement } from "../../kernel/database";
import type { Viewer } from "../../kernel/viewer";
import { shortName } from "../people/person-name";
import { stateOf, type ControlWorkCard, type ControlWorkConnection } from "./control-work-card";
import { toWorkPupil } from "./load-control-work";
import { resitBy, workSummary, type PackedPupil } from "./work-summary";

/** Which works: of one journal, or of all that the viewer teaches and substitutes; of one term, or of the year so far. */
export interface AskedWorks {
  journalId: string | null;
  termId: string | null;
  onlyIncomplete: boolean;
}

/** One page of control works, the oldest first. @throws Refusal INVALID or LIMIT_EXCEEDED for a wrong page. */
export async function listControlWorks(
  database: Database,
  viewer: Viewer,
  asked: AskedWorks,
  page: PageArgs,
): Promise<ControlWorkConnection> {
  const { journalId, termId, onlyIncomplete } = asked;
  const limit = rowsToRead(page.first);
  const [date, id] = readCursor(page.after, "controlWorks", "date", "uuid") ?? [null, null];
  const journals = journalId ? [journalId] : [...viewer.teaches];
  const lessons = journalId ? [] : [...viewer.substitutes.keys()];
  const values = [viewer.schoolId, journals, lessons, termId, viewer.today, onlyIncomplete, date, id, limit];
  const rows = await database.read<WorkRow>(viewer.schoolId, CONTROL_WORKS, values);
  return toPage(rows.map(toCard), page.first, "controlWorks", (work) => [work.date, work.assessmentId]);
}

type WorkRow = Omit<ControlWorkCard, "state" | "pupils"> & { packed: PackedPupil[] };

function toCard({ packed, ...work }: WorkRow): ControlWorkCard {
  return { ...work, state: stateOf(work), pupils: packed.map(toWorkPupil) };
}

/** $1 school, $2 journals, $3 lessons beside theirs, $4 term or null, $5 today, $6 only what is still owed, $7 and $8 the cursor, $9 how many rows. */
const CONTROL_WORKS: Statement = {
  name: "control-works",
  text: `
  WITH span AS MATERIALIZED (
    SELECT starts_on, LEAST(ends_on, $5::date) AS ends_on FROM term WHERE school_id = $1 AND id = $4::uuid
    UNION ALL
    (SELECT starts_on, LEAST(ends_on, $5::date) FROM academic_year WHERE $4::uuid IS NULL AND school_id = $1 AND starts_on <= $5::date ORDER BY starts_on DESC LIMIT 1)
  ), lessons AS MATERIALIZED (
    SELECT lesson.id, lesson.date, lesson.journal_id FROM span JOIN lesson ON lesson.school_id = $1 AND lesson.journal_id = ANY($2::uuid[])
      AND lesson.date BETWEEN span.starts_on AND span.ends_on WHERE lesson.status = 'HELD'
    UNION
    SELECT lesson.id, lesson.date, lesson.journal_id FROM span JOIN lesson ON lesson.school_id = $1 AND lesson.id = ANY($3::uuid[])
      AND lesson.date BETWEEN span.starts_on AND span.ends_on WHERE lesson.status = 'HELD'
  ), works AS MATERIALIZED (
    SELECT assessment.id, assessment.kind, assessment.title, lessons.id AS lesson_id, lessons.date, lessons.journal_id, ${resitBy("lessons.date")} AS resit_by
    FROM lessons JOIN assessment ON assessment.school_id = $1 AND assessment.lesson_id = lessons.id AND assessment.mandatory
    WHERE $7::date IS NULL OR (lessons.date, assessment.id) > ($7::date, $8::uuid)
  )
  SELECT works.id AS "assessmentId", works.lesson_id AS "lessonId", works.journal_id AS "journalId", works.date, works.kind, works.title, subject.name AS subject,
    COALESCE(school_class.label, study_group.name, ${shortName("person")}) AS "className", summary.present, summary.marked, summary.lacking, summary.absent,
    summary.overdue, summary.pupils AS packed
  FROM works
  JOIN journal ON journal.school_id = $1 AND journal.id = works.journal_id
  JOIN subject ON subject.school_id = $1 AND subject.id = journal.subject_id
  LEFT JOIN school_class ON school_class.school_id = $1 AND school_class.id = journal.class_id
  LEFT JOIN study_group ON study_group.school_id = $1 AND study_group.id = journal.group_id
  LEFT JOIN person ON person.school_id = $1 AND person.id = journal.pupil_id
  CROSS JOIN LATERAL (${workSummary("$5", "owed IN ('LACKS_MARK', 'RESIT')")}) summary
  WHERE NOT $6::boolean OR summary.lacking + summary.absent > 0
  ORDER BY works.date, works.id LIMIT $9`,
};

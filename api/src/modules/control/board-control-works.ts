import { readCursor, rowsToRead, toPage, type PageArgs } from "../../kernel/connection";
import type { Database, Statement } from "../../kernel/database";
import { requireUuid } from "../../kernel/uuid";
import type { Viewer } from "../../kernel/viewer";
import { shortName } from "../people/person-name";
import type { BoardFilter, JournalWorks, JournalWorksConnection, WorkCounts } from "./control-board";
import { stateOf } from "./control-work-card";
import { resitBy, workSummary } from "./work-summary";

/** One page of the journals of a term with their control works. @throws Refusal INVALID or LIMIT_EXCEEDED for a wrong page or filter. */
export async function boardControlWorks(
  database: Database,
  viewer: Viewer,
  termId: string,
  filter: BoardFilter,
  page: PageArgs,
): Promise<JournalWorksConnection> {
  const limit = rowsToRead(page.first);
  const cursor = readCursor(page.after, "boardControlWorks", "number", "text", "number", "uuid") ?? [null, null, null, null];
  const id = (value: string | null | undefined, field: string): string | null => (value ? requireUuid(value, `filter.${field}`) : null);
  const asked = [
    id(filter.classId, "classId"),
    id(filter.teacherId, "teacherId"),
    id(filter.subjectId, "subjectId"),
    filter.onlyProblems ?? false,
  ];
  const [row] = await database.read<BoardRow>(viewer.schoolId, BOARD, [viewer.schoolId, termId, viewer.today, ...asked, ...cursor, limit]);
  const rows = (row?.rows ?? []).map(toJournalWorks);
  const connection = toPage(rows, page.first, "boardControlWorks", (one) => [one.grade, one.className, one.sortOrder, one.journalId]);
  return { ...connection, total: toCounts(row?.total ?? NOTHING), journalCount: row?.journals ?? 0 };
}

interface BoardRow {
  rows: PackedJournal[] | null;
  total: PackedCounts;
  journals: number;
}

type PackedCounts = [planned: number, notHeld: number, held: number, complete: number, resits: number, overdue: number];

type PackedJournal = [
  journalId: string,
  subject: string,
  className: string,
  teacherId: string | null,
  teacher: string | null,
  grade: number,
  sortOrder: number,
  counts: PackedCounts,
  works:
    [assessmentId: string, lessonId: string, date: string, title: string | null, lacking: number, absent: number, overdue: number][] | null,
];

const NOTHING: PackedCounts = [0, 0, 0, 0, 0, 0];

function toCounts([planned, notHeld, held, complete, resits, overdue]: PackedCounts): WorkCounts {
  return { planned, notHeld, held, complete, incomplete: held - complete, resits, overdue };
}

function toJournalWorks([journalId, subject, className, teacherId, teacher, grade, sortOrder, counts, works]: PackedJournal): JournalWorks {
  return {
    journalId,
    subject,
    className,
    teacherId,
    teacher,
    grade,
    sortOrder,
    counts: toCounts(counts),
    works: (works ?? []).map(([assessmentId, lessonId, date, title, lacking, absent, overdue]) => {
      return { assessmentId, lessonId, date, title, lacking, absent, overdue, state: stateOf({ lacking, absent }) };
    }),
  };
}

/** The kinds of work in a plan that are control works: контрольная, диктант, сочинение, изложение. */
const PLANNED_KINDS = "('CONTROL', 'DICTATION', 'ESSAY', 'EXPOSITION')";

/**
 * $1 school, $2 term, $3 today, $4 class, $5 teacher, $6 subject, $7 only with something wrong, $8 to $11 the cursor, $12 how many rows.
 *
 * A planned work was held when a control work stands under a lesson of its topic. Journals without any control work, planned or held, are not shown.
 */
const BOARD: Statement = {
  name: "board-control-works",
  text: `
  WITH term AS MATERIALIZED (
    SELECT academic_year_id, kind, starts_on, ends_on, GREATEST(starts_on, LEAST(ends_on, $3::date)) AS day FROM term WHERE school_id = $1 AND id = $2
  ), listed AS MATERIALIZED (
    SELECT journal.* FROM term JOIN journal ON journal.school_id = $1 AND journal.academic_year_id = term.academic_year_id AND journal.term_kind = term.kind
    WHERE ($4::uuid IS NULL OR journal.class_id = $4::uuid
        OR journal.group_id IN (SELECT group_id FROM study_group_class WHERE school_id = $1 AND class_id = $4::uuid))
      AND ($6::uuid IS NULL OR journal.subject_id = $6::uuid)
      AND ($5::uuid IS NULL OR EXISTS (SELECT FROM teaching_load WHERE teaching_load.school_id = $1 AND teaching_load.journal_id = journal.id
        AND teaching_load.staff_id = $5::uuid AND teaching_load.valid_from <= term.ends_on AND (teaching_load.valid_to IS NULL OR teaching_load.valid_to >= term.starts_on)))
  ), works AS MATERIALIZED (
    SELECT assessment.id, assessment.title, lesson.id AS lesson_id, lesson.date, lesson.journal_id, lesson.plan_topic_id, ${resitBy("lesson.date")} AS resit_by
    FROM term JOIN lesson ON lesson.school_id = $1 AND lesson.date BETWEEN term.starts_on AND term.day AND lesson.status = 'HELD'
    JOIN assessment ON assessment.school_id = $1 AND assessment.lesson_id = lesson.id AND assessment.mandatory
    WHERE lesson.journal_id IN (SELECT id FROM listed)
  ), topics AS MATERIALIZED (
    SELECT plan_topic.journal_id, count(*)::int AS planned, (count(*) FILTER (WHERE plan_topic.planned_on < $3::date
        AND plan_topic.id NOT IN (SELECT plan_topic_id FROM works WHERE plan_topic_id IS NOT NULL)))::int AS not_held
    FROM term JOIN listed ON true
    JOIN plan_topic ON plan_topic.school_id = $1 AND plan_topic.journal_id = listed.id AND plan_topic.work_kind IN ${PLANNED_KINDS}
      AND plan_topic.planned_on BETWEEN term.starts_on AND term.ends_on
    GROUP BY plan_topic.journal_id
  ), counted AS MATERIALIZED (
    SELECT works.journal_id, count(*)::int AS held, (count(*) FILTER (WHERE summary.lacking = 0))::int AS complete, sum(summary.absent)::int AS resits,
      sum(summary.overdue)::int AS overdue,
      json_agg(json_build_array(works.id, works.lesson_id, works.date, works.title, summary.lacking, summary.absent, summary.overdue) ORDER BY works.date, works.id)
        FILTER (WHERE summary.lacking + summary.absent > 0) AS open
    FROM works JOIN listed AS journal ON journal.id = works.journal_id CROSS JOIN LATERAL (${workSummary("$3", "false")}) summary
    GROUP BY works.journal_id
  ), rows AS MATERIALIZED (
    SELECT journal.id, subject.name AS subject, COALESCE(school_class.label, study_group.name, ${shortName("person")}) AS class_name,
      COALESCE(school_class.grade, (SELECT min(grade) FROM study_group_class JOIN school_class ON school_class.school_id = $1 AND school_class.id = study_group_class.class_id
         WHERE study_group_class.school_id = $1 AND study_group_class.group_id = journal.group_id), 12) AS grade, subject.sort_order,
      COALESCE(topics.planned, 0) AS planned, COALESCE(topics.not_held, 0) AS not_held, COALESCE(counted.held, 0) AS held, COALESCE(counted.complete, 0) AS complete,
      COALESCE(counted.resits, 0) AS resits, COALESCE(counted.overdue, 0) AS overdue, counted.open
    FROM listed AS journal
    LEFT JOIN topics ON topics.journal_id = journal.id
    LEFT JOIN counted ON counted.journal_id = journal.id
    JOIN subject ON subject.school_id = $1 AND subject.id = journal.subject_id
    LEFT JOIN school_class ON school_class.school_id = $1 AND school_class.id = journal.class_id
    LEFT JOIN study_group ON study_group.school_id = $1 AND study_group.id = journal.group_id
    LEFT JOIN person ON person.school_id = $1 AND person.id = journal.pupil_id
    WHERE num_nonnulls(topics.journal_id, counted.journal_id) > 0
      AND (NOT $7::boolean OR topics.not_held > 0 OR counted.held > counted.complete OR counted.overdue > 0)
  ), page AS (
    SELECT rows.*, teacher.id AS teacher_id, teacher.name AS teacher FROM rows
    LEFT JOIN LATERAL (SELECT person.id, ${shortName("person")} AS name FROM term JOIN teaching_load ON teaching_load.school_id = $1 AND teaching_load.journal_id = rows.id
        AND teaching_load.valid_from <= term.day AND (teaching_load.valid_to IS NULL OR teaching_load.valid_to >= term.day)
        JOIN person ON person.school_id = $1 AND person.id = teaching_load.staff_id ORDER BY teaching_load.valid_from DESC, person.id LIMIT 1) teacher ON true
    WHERE $8::int IS NULL OR (rows.grade, rows.class_name COLLATE "ru-x-icu", rows.sort_order, rows.id) > ($8::int, $9::text, $10::int, $11::uuid)
    ORDER BY rows.grade, rows.class_name COLLATE "ru-x-icu", rows.sort_order, rows.id LIMIT $12
  )
  SELECT (SELECT json_agg(json_build_array(id, subject, class_name, teacher_id, teacher, grade, sort_order,
            json_build_array(planned, not_held, held, complete, resits, overdue), open) ORDER BY grade, class_name COLLATE "ru-x-icu", sort_order, id) FROM page) AS rows,
    (SELECT json_build_array(COALESCE(sum(planned), 0), COALESCE(sum(not_held), 0), COALESCE(sum(held), 0), COALESCE(sum(complete), 0), COALESCE(sum(resits), 0),
            COALESCE(sum(overdue), 0)) FROM rows) AS total,
    (SELECT count(*)::int FROM rows) AS journals`,
};

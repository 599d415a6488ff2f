import { readCursor, rowsToRead, toPage, type Page, type PageArgs } from "../../kernel/connection";
import type { Database, Statement } from "../../kernel/database";
import type { Viewer } from "../../kernel/viewer";
import { shortName } from "../people/person-name";
import type { AnalysisCard } from "./analysis-card";

/** Which period: a term, the whole year, or by default the last term that is over, of each class's own kind. */
export interface AskedCards {
  termId: string | null;
  wholeYear: boolean;
}

/**
 * The classes of the term's year (without a term, of the year of today or the last one begun) with their analyses, by grade and label.
 * @throws Refusal INVALID or LIMIT_EXCEEDED when `first` or `after` is wrong.
 */
export async function loadAnalysisCards(
  database: Database,
  viewer: Viewer,
  asked: AskedCards,
  page: PageArgs,
): Promise<Page<AnalysisCard>> {
  const limit = rowsToRead(page.first);
  const after = readCursor(page.after, "analyses", "number", "text", "uuid") ?? [null, null, null];
  const values = [viewer.schoolId, asked.termId, asked.wholeYear, viewer.today, ...after, limit];
  const rows = await database.read<CardRow>(viewer.schoolId, CARDS, values);
  return toPage(rows.map(toCard), page.first, "analyses", ({ grade, label, classId }) => [grade, label, classId]);
}

interface CardRow extends Omit<AnalysisCard, "period"> {
  grade: number;
  period: [termId: string | null, termKind: string, number: number | null, yearName: string, startsOn: string, endsOn: string];
}

function toCard({ period, ...row }: CardRow): AnalysisCard & { grade: number } {
  const [termId, termKind, number, yearName, startsOn, endsOn] = period;
  const card = { termId, termKind, number, yearName, classLabel: row.label, startsOn, endsOn, onDate: endsOn };
  return { ...row, period: card as AnalysisCard["period"] };
}

/** $1 school, $2 term or null, $3 the whole year, $4 today, $5 to $7 the last row of the page before, $8 rows. */
const CARDS: Statement = {
  name: "analysis-cards",
  text: `
  WITH year AS MATERIALIZED (
    SELECT academic_year.id, academic_year.name, academic_year.starts_on, academic_year.ends_on FROM academic_year
    WHERE academic_year.school_id = $1 AND CASE WHEN $2::uuid IS NULL THEN academic_year.starts_on <= $4::date
      ELSE academic_year.id = (SELECT academic_year_id FROM term WHERE term.school_id = $1 AND term.id = $2::uuid) END
    ORDER BY academic_year.starts_on DESC LIMIT 1
  )
  SELECT school_class.id AS "classId", school_class.label, school_class.grade, analysis.status, analysis.signed_at AS "signedAt",
    CASE analysis.status WHEN 'SIGNED' THEN analysis.figures -> 'summary' END AS summary,
    (SELECT ${shortName("person")} FROM class_teacher JOIN person ON person.school_id = $1 AND person.id = class_teacher.staff_id
       WHERE class_teacher.school_id = $1 AND class_teacher.class_id = school_class.id
         AND daterange(class_teacher.valid_from, class_teacher.valid_to, '[]') @> LEAST($4::date, period.ends_on)) AS "classTeacher",
    json_build_array(period.id, school_class.term_kind, period.number, year.name, period.starts_on, period.ends_on) AS period
  FROM year JOIN school_class ON school_class.school_id = $1 AND school_class.academic_year_id = year.id
  CROSS JOIN LATERAL (
    SELECT NULL::uuid AS id, NULL::smallint AS number, year.starts_on, year.ends_on WHERE $3
    UNION ALL (
      SELECT term.id, term.number, term.starts_on, term.ends_on FROM term
      WHERE NOT $3 AND term.school_id = $1 AND term.academic_year_id = year.id AND term.kind = school_class.term_kind AND ($2::uuid IS NULL OR term.id = $2::uuid)
      ORDER BY CASE WHEN term.ends_on <= $4::date THEN term.ends_on END DESC NULLS LAST, term.starts_on LIMIT 1)) period
  LEFT JOIN term_analysis AS analysis ON analysis.school_id = $1 AND analysis.class_id = school_class.id AND analysis.term_id IS NOT DISTINCT FROM period.id
  WHERE $5::int IS NULL OR (school_class.grade, school_class.label COLLATE "ru-x-icu", school_class.id) > ($5::int, $6::text COLLATE "ru-x-icu", $7::uuid)
  ORDER BY school_class.grade, school_class.label COLLATE "ru-x-icu", school_class.id LIMIT $8`,
};

import type { Clock } from "../../kernel/clock";
import type { Database, Statement } from "../../kernel/database";
import { notFound } from "../../kernel/refusal";
import type { Viewer } from "../../kernel/viewer";
import { termGate } from "../calendar/term-gate";
import { unpackTerms, type TermColumns } from "../calendar/terms-of-page";
import type { ControlBoard } from "./control-board";

/** The board of a term; without one, of the quarter of today or the last term begun. @throws Refusal NOT_FOUND when the school has no such term. */
export async function loadControlBoard(database: Database, clock: Clock, viewer: Viewer, termId: string | null): Promise<ControlBoard> {
  const [row] = await database.read<TermColumns>(viewer.schoolId, TERMS, [viewer.schoolId, termId, viewer.today, clock.now()]);
  if (!row?.term_id) throw notFound("Учебный период");
  return unpackTerms(row);
}

/** What closes a term for the whole school; locks of a class or a journal are not the board's. */
const WHOLE_SCHOOL = termGate({ termId: "term.id", now: "$4", journalId: null, classes: "SELECT NULL::uuid AS class_id" });

/** $1 school, $2 term or null, $3 today, $4 now. The year is that of the term, or the last one begun. */
const TERMS: Statement = {
  name: "control-board",
  text: `
  WITH year AS MATERIALIZED (
    SELECT id, status FROM academic_year WHERE school_id = $1
      AND ($2::uuid IS NULL AND starts_on <= $3::date OR id = (SELECT academic_year_id FROM term WHERE school_id = $1 AND id = $2::uuid))
    ORDER BY starts_on DESC LIMIT 1
  ), terms AS MATERIALIZED (
    SELECT term.id, term.kind, term.number, term.starts_on, term.ends_on, year.status = 'CLOSED' OR COALESCE(gate.is_closed, false) AS closed,
      CASE WHEN year.status <> 'CLOSED' THEN gate.opened_until END AS open_until
    FROM year JOIN term ON term.school_id = $1 AND term.academic_year_id = year.id
    LEFT JOIN LATERAL ${WHOLE_SCHOOL} AS gate ON true
  )
  SELECT (SELECT json_agg(json_build_array(id, kind, number, starts_on, ends_on, closed, open_until) ORDER BY kind DESC, number) FROM terms) AS terms,
    (SELECT id FROM terms WHERE $2::uuid IS NULL OR id = $2::uuid
       ORDER BY kind <> 'QUARTER', CASE WHEN starts_on <= $3::date THEN starts_on END DESC NULLS LAST, starts_on LIMIT 1) AS term_id`,
};

import type { Statement } from "../../kernel/database";
import { TABLES_THEN } from "./tables-then";

/** Parameters of a page's statement: the moment, and the school's civil date of it. */
export interface MomentParameters {
  at: string;
  date: string;
}

/**
 * The same page as it stood at a moment: the page's own statement, over tables that are counted back. Its names of the tables that teachers write in, and of those
 * that close and open terms, mean here what those held then: of each row, what the first change after the moment says was there before it; an unchanged row is as it stands.
 *
 * A row that was copied in bulk has no history. It is taken to be there from the moment that it carries itself, and never before its lesson's day.
 * Who is in a class, names, the timetable and the plan are not counted back: their tables hold their own dates.
 */
export function asItStood({ name, text }: Statement, moment: MomentParameters): Statement {
  const tables = TABLES_THEN.map((table) => `${table.name} AS NOT MATERIALIZED (${table.rows(moment)})`);
  return { name: `${name}-at`, text: `WITH ${tables.join(", ")} SELECT * FROM (${text}) page` };
}

import type { ClientBase } from "pg";
import type { PreparedImport } from "../../api/dist/modules/imports/prepare-import.js";
import { plusDays } from "./school-calendar.ts";

/** A term is closed for the whole school some days after its end. */
const DAYS_TO_FINISH = 5;

/** Closes the terms that are over, in the deputy's name. */
export async function lockTerms(client: ClientBase, { school, rows }: PreparedImport, today: string, deputyId: string): Promise<void> {
  const over = rows.term.filter(({ ends_on }) => plusDays(ends_on!, DAYS_TO_FINISH) <= today);
  await client.query(
    `INSERT INTO term_lock (school_id, id, term_id, locked_at, locked_by) SELECT $1, id, term, moment, $5 FROM unnest($2::uuid[], $3::uuid[], $4::timestamptz[]) AS locks (id, term, moment)`,
    [
      school.id,
      over.map(({ id }) => school.ids.newId("TERM_LOCK", id!)),
      over.map(({ id }) => id),
      over.map(({ ends_on }) => `${plusDays(ends_on!, DAYS_TO_FINISH)} 15:00:00+03`),
      deputyId,
    ],
  );
}

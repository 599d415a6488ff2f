import pg from "pg";
import { startThrowawayPostgres } from "../database/throwaway-postgres.ts";
import { loadDemo } from "../demo/load-demo.ts";
import { TODAY } from "./bench-targets.ts";

/** A throwaway database with one demo school. */
export interface BenchDatabase {
  owner: pg.Client;
  ownerUrl: string;
  /** For the api: a member of journal_app. */
  appUrl: string;
  schoolIds: () => Promise<string[]>;
  stop: () => Promise<void>;
}

const DATABASE = "bench";
const APP = { role: "bench_app", password: "bench" };

export async function startBenchDatabase(): Promise<BenchDatabase> {
  const postgres = await startThrowawayPostgres();
  const admin = new pg.Client({ connectionString: postgres.url("postgres") });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${DATABASE} TEMPLATE ${postgres.template}`);
  await admin.query(`CREATE ROLE ${APP.role} LOGIN PASSWORD '${APP.password}' IN ROLE journal_app`);
  await admin.end();
  const ownerUrl = postgres.url(DATABASE);
  await loadDemo({ ownerUrl, schools: 1, today: TODAY, onProgress: () => undefined });
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query("VACUUM ANALYZE");
  const appUrl = new URL(ownerUrl);
  appUrl.username = APP.role;
  appUrl.password = APP.password;
  return {
    ...{ owner, ownerUrl, appUrl: appUrl.href },
    schoolIds: async () =>
      (await owner.query<{ school_id: string }>("SELECT school_id FROM school ORDER BY school_id")).rows.map((row) => row.school_id),
    stop: async () => {
      await owner.end();
      await postgres.stop();
    },
  };
}

/** Tables that tell of what was done, not of the school; the login directory has each login once. */
const NOT_COPIED = ["history", "history_head", "operation", "session", "login_directory", "import_identity"];

/** Of these only the current year is copied: views read it, and last year would only cost time. */
const OF_JOURNAL = ["lesson", "plan_topic", "mark", "attendance", "homework", "term_mark", "timetable_entry"];
const OF_LESSON = ["assessment", "substitution"];

/** Copies the school until there are `count`: same ids under another school, since every key begins with the school. */
export async function multiplySchool({ owner, schoolIds }: BenchDatabase, count: number): Promise<void> {
  const [source] = await schoolIds();
  const { rows: tables } = await owner.query<{ name: string; columns: string[] }>(TABLES, [NOT_COPIED]);
  // Copies of rows that were right are right: their keys need no second look.
  await owner.query("SET session_replication_role = replica");
  for (let number = 2; number <= count; number++) {
    const { rows } = await owner.query<{ id: string }>("SELECT gen_random_uuid() AS id");
    for (const { name, columns } of tables) {
      const rest = columns.map((column) => `"${column}"`).join(", ");
      await owner.query(
        `INSERT INTO ${name} (school_id, ${rest}) SELECT $2, ${rest} FROM ${name} WHERE school_id = $1 ${restriction(name)}`,
        [source, rows[0]!.id],
      );
    }
  }
  await owner.query("SET session_replication_role = origin");
  await owner.query("VACUUM ANALYZE");
}

function restriction(table: string): string {
  const journals =
    "SELECT journal.id FROM journal JOIN academic_year AS year USING (school_id) WHERE journal.school_id = $1 AND year.id = academic_year_id AND year.status = 'CURRENT'";
  if (OF_JOURNAL.includes(table)) return `AND journal_id IN (${journals})`;
  if (OF_LESSON.includes(table)) return `AND lesson_id IN (SELECT id FROM lesson WHERE school_id = $1 AND journal_id IN (${journals}))`;
  return "";
}

const TABLES = `SELECT table_name AS name, array_agg(column_name::text ORDER BY ordinal_position) FILTER (WHERE column_name <> 'school_id' AND is_generated = 'NEVER') AS columns
  FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
  WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name <> ALL($1::text[]) GROUP BY table_name HAVING bool_or(column_name = 'school_id')`;

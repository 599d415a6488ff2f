import { rm } from "node:fs/promises";
import type { Client } from "pg";
import type { ImportReport } from "../../src/modules/imports/import-report";
import { importSchool } from "../../src/modules/imports/import-school";
import { type SchoolFileTexts, writeFolder } from "./school-files";

/** Imports files as if they lay in a folder. */
export async function importFiles(owner: Client, files: SchoolFileTexts, today: string): Promise<ImportReport> {
  const folder = await writeFolder(files);
  try {
    return await importSchool(owner, folder, today);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Every row of every table with the transaction that wrote it last: equal before and after means that nothing was touched at all. */
export async function wholeDatabase(owner: Client): Promise<Record<string, string[]>> {
  const { rows: tables } = await owner.query<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'pgmigrations' ORDER BY 1",
  );
  const content: Record<string, string[]> = {};
  for (const { name } of tables) {
    const { rows } = await owner.query<{ row: string }>(`SELECT xmin::text || ' ' || t::text AS row FROM ${name} t ORDER BY 1`);
    content[name] = rows.map(({ row }) => row);
  }
  return content;
}

import pg from "pg";
import { withProgressBar } from "../demo/progress-bar.ts";
import { say } from "../terminal.ts";

/** Loads the demo school into a database without schools. */
export async function loadDemoOnce(ownerUrl: string, today: string | undefined): Promise<void> {
  if ((await countSchools(ownerUrl)) > 0) return;
  say("Loading the demo school (once, about a minute) …");
  // It uses the built api, which is not there when this file is read.
  const { loadDemo } = await import("../demo/load-demo.ts");
  await withProgressBar((onProgress) => loadDemo({ ownerUrl, schools: 1, today, onProgress }));
}

async function countSchools(ownerUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ schools: number }>("SELECT count(*)::int AS schools FROM school");
    return rows[0]!.schools;
  } finally {
    await client.end();
  }
}

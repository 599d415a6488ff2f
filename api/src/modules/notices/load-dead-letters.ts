import { type CountedPage, readCursor, rowsToRead, toPage } from "../../kernel/connection";
import type { Database, Statement } from "../../kernel/database";
import type { Viewer } from "../../kernel/viewer";
import { listName } from "../people/person-name";
import type { DeadLetter } from "./news-health";
import type { NoticePageArgs } from "./notice.inputs";

/** What was given up in the viewer's school, the newest first; one statement. @throws Refusal INVALID or LIMIT_EXCEEDED for the page. */
export async function loadDeadLetters(
  database: Database,
  { schoolId }: Viewer,
  { first, after }: NoticePageArgs,
): Promise<CountedPage<DeadLetter>> {
  const [before] = readCursor(after, "deadLetters", "uuid") ?? [null];
  const rows = await database.read<DeadLetter>(schoolId, PAGE, [schoolId, before, rowsToRead(first)]);
  const page = toPage(rows, first, "deadLetters", ({ id }) => [id]);
  return { ...page, count: async () => (await database.read<{ count: number }>(schoolId, COUNT, [schoolId]))[0]!.count };
}

/** Ids of both are UUIDs in the order of time, so that one list holds them. */
const PAGE: Statement = {
  name: "dead-letters",
  text: `
  SELECT * FROM (
    SELECT id, 'NEWS' AS what, NULL AS "personName", kind, dead_at AS "failedAt", attempts, COALESCE(error, '') AS error
    FROM outbox WHERE school_id = $1 AND dead_at IS NOT NULL AND ($2::uuid IS NULL OR id < $2::uuid)
    UNION ALL
    SELECT notice.id, 'LETTER', ${listName("person")}, notice.kind, letter.due_at, letter.attempts, COALESCE(letter.error, '')
    FROM mail_delivery AS letter
    JOIN notice ON notice.school_id = $1 AND notice.id = letter.notice_id
    JOIN person ON person.school_id = $1 AND person.id = letter.person_id
    WHERE letter.school_id = $1 AND letter.state = 'DEAD' AND ($2::uuid IS NULL OR letter.notice_id < $2::uuid)) dead
  ORDER BY id DESC LIMIT $3`,
};

const COUNT: Statement = {
  name: "dead-letters-count",
  text: `SELECT ((SELECT count(*) FROM outbox WHERE school_id = $1 AND dead_at IS NOT NULL)
          + (SELECT count(*) FROM mail_delivery WHERE school_id = $1 AND state = 'DEAD'))::int AS count`,
};

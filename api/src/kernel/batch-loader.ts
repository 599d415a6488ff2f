import DataLoader from "dataloader";
import type { EntityManager } from "typeorm";
import { signedIn, type RequestContext } from "./request-context";
import type { Viewer } from "./viewer";

/** Reads what belongs to all the keys of one level of a query: one statement. */
type ReadBatch<Row> = (manager: EntityManager, viewer: Viewer, keys: readonly string[]) => Promise<Row[]>;

/** Rows are batched and not remembered: a later mutation of the same request may have changed them. */
export const BATCH_ONLY = { cache: false } as const;

/** An edge to one row: the row of each key, null where there is none. One statement a level, however many keys. */
export function rowLoader<Row>(context: RequestContext, keyOf: (row: Row) => string, read: ReadBatch<Row>): DataLoader<string, Row | null> {
  return new DataLoader(async (keys) => {
    const rows = await readAs(context, read, keys);
    const byKey = new Map(rows.map((row) => [keyOf(row), row]));
    return keys.map((key) => byKey.get(key) ?? null);
  }, BATCH_ONLY);
}

/** An edge to a bounded list: the rows of each key, in the order in which they were read. One statement a level. */
export function listLoader<Row>(context: RequestContext, keyOf: (row: Row) => string, read: ReadBatch<Row>): DataLoader<string, Row[]> {
  return new DataLoader(async (keys) => {
    const byKey = Map.groupBy(await readAs(context, read, keys), keyOf);
    return keys.map((key) => byKey.get(key) ?? []);
  }, BATCH_ONLY);
}

async function readAs<Row>(context: RequestContext, read: ReadBatch<Row>, keys: readonly string[]): Promise<Row[]> {
  const viewer = signedIn(context);
  return context.database.entities(viewer.schoolId, (manager) => read(manager, viewer, [...new Set(keys)]));
}

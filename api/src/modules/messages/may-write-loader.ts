import DataLoader from "dataloader";
import { signedIn, type RequestContext } from "../../kernel/request-context";
import { MAY_WRITE } from "./lock-conversation";

/** May the viewer still write in each conversation that they read: one statement for all of a request. */
export function makeMayWriteLoader(context: RequestContext): DataLoader<string, boolean> {
  const viewer = signedIn(context);
  return new DataLoader(
    async (ids) => {
      const values = [viewer.schoolId, viewer.personId, viewer.today, ids];
      const rows = await context.database.read<{ id: string; may: boolean }>(viewer.schoolId, MAY_WRITE, values);
      const byId = new Map(rows.map(({ id, may }) => [id, may]));
      return ids.map((id) => byId.get(id) ?? false);
    },
    { cache: false },
  );
}

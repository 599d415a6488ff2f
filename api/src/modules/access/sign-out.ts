import type { Statement } from "../../kernel/database";
import { signedIn, type RequestContext } from "../../kernel/request-context";

/** Ends the viewer's session. */
export async function signOut(context: RequestContext): Promise<void> {
  const viewer = signedIn(context);
  await context.database.write(viewer.schoolId, (transaction) =>
    transaction.query(END_SESSION, [viewer.schoolId, viewer.sessionId, context.clock.now()]),
  );
  context.sessionCookie.clear();
}

/** Ends every session of the viewer's account, on every device. */
export async function signOutEverywhere(context: RequestContext): Promise<void> {
  const viewer = signedIn(context);
  await context.database.write(viewer.schoolId, (transaction) =>
    transaction.query(END_SESSIONS, [viewer.schoolId, viewer.accountId, context.clock.now()]),
  );
  context.sessionCookie.clear();
}

const END_SESSION: Statement = {
  name: "session-end",
  text: `UPDATE session SET ended_at = $3 WHERE school_id = $1 AND id = $2 AND ended_at IS NULL`,
};

const END_SESSIONS: Statement = {
  name: "sessions-end",
  text: `UPDATE session SET ended_at = $3 WHERE school_id = $1 AND account_id = $2 AND ended_at IS NULL`,
};

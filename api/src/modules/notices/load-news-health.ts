import type { Statement } from "../../kernel/database";
import { signedIn, type RequestContext } from "../../kernel/request-context";
import type { NewsHealth } from "./news-health";

/** How late news was in the last 24 hours, what waits and what was given up; one statement. */
export async function loadNewsHealth(context: RequestContext): Promise<NewsHealth> {
  const { schoolId } = signedIn(context);
  const [health] = await context.database.read<Omit<NewsHealth, "mailIsOn">>(schoolId, HEALTH, [schoolId, context.clock.now()]);
  return { ...health!, mailIsOn: context.mailIsOn };
}

/** SQL: lateness by kind as JSON; `late` is SQL for an interval. */
const byKind = (late: string, from: string): string => `
  (SELECT COALESCE(json_agg(json_build_object('kind', kind, 'count', count, 'p50Ms', p50, 'p95Ms', p95, 'maxMs', most) ORDER BY kind), '[]') FROM (
     SELECT kind, count(*)::int AS count, percentile_disc(0.5) WITHIN GROUP (ORDER BY ms) AS p50, percentile_disc(0.95) WITHIN GROUP (ORDER BY ms) AS p95,
       max(ms) AS most
     FROM (SELECT notice.kind, LEAST(GREATEST(extract(epoch FROM ${late}) * 1000, 0), 2147483647)::int AS ms FROM ${from}) measured
     GROUP BY kind) kinds)`;

const LAST_DAY = `BETWEEN $2::timestamptz - interval '24 hours' AND $2::timestamptz`;

/** What is due, or was and did not succeed; a reminder of a later day waits for nobody. */
const WAITING = `school_id = $1 AND dead_at IS NULL AND (due_at <= $2 OR attempts > 0)`;

const HEALTH: Statement = {
  name: "news-health",
  text: `
  SELECT ${byKind("notice.arrived_at - notice.occurred_at", `notice WHERE notice.school_id = $1 AND notice.arrived_at ${LAST_DAY}`)} AS portal,
    ${byKind(
      "letter.sent_at - letter.due_at",
      `mail_delivery AS letter JOIN notice ON notice.school_id = $1 AND notice.id = letter.notice_id
       WHERE letter.school_id = $1 AND letter.state = 'SENT' AND letter.sent_at ${LAST_DAY}`,
    )} AS mail,
    (SELECT count(*)::int FROM outbox WHERE ${WAITING}) AS "waitingNews",
    (SELECT min(at) FROM outbox WHERE ${WAITING}) AS "oldestWaitingAt",
    (SELECT count(*)::int FROM mail_delivery WHERE school_id = $1 AND state IN ('WAITING', 'SENDING') AND due_at <= $2) AS "waitingLetters",
    (SELECT count(*)::int FROM outbox WHERE school_id = $1 AND dead_at IS NOT NULL) AS "deadNews",
    (SELECT count(*)::int FROM mail_delivery WHERE school_id = $1 AND state = 'DEAD') AS "deadLetters"`,
};

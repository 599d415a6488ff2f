import type { MomentParameters } from "./as-it-stood";
import { joinLater } from "./row-then";

/**
 * A lock stood when its next change was its lifting, or when it has not been changed since it was put. Closing it anew forgets when it was put before: history tells,
 * but for one that was copied in bulk, which was there before all history.
 */
export const TERM_LOCKS = (moment: MomentParameters): string => `
    SELECT kept.school_id, kept.id, kept.term_id, kept.class_id, kept.journal_id,
      CASE WHEN kept.locked_at <= ${moment.at}::timestamptz THEN kept.locked_at ELSE COALESCE((SELECT history.at FROM history
        WHERE history.school_id = kept.school_id AND history.thing_id = kept.id AND history.at <= ${moment.at}::timestamptz AND history.after ->> 'state' = 'CLOSED'
        ORDER BY history.seq DESC LIMIT 1), '-infinity') END AS locked_at,
      kept.locked_by, NULL::timestamptz AS lifted_at, NULL::uuid AS lifted_by, kept.version
    FROM public.term_lock kept ${joinLater("kept", moment)}
    WHERE CASE WHEN later.seq IS NULL THEN kept.locked_at <= ${moment.at}::timestamptz AND kept.lifted_at IS NULL ELSE later.before ->> 'state' = 'CLOSED' END`;

/** An opening is given once and ended once, and its row holds both moments. */
export const TERM_OPENINGS = (moment: MomentParameters): string => {
  const isEnded = `kept.ended_at <= ${moment.at}::timestamptz`;
  return `
    SELECT kept.school_id, kept.id, kept.term_id, kept.class_id, kept.journal_id, kept.opened_at, kept.opened_by, kept.opened_until, kept.reason,
      CASE WHEN ${isEnded} THEN kept.ended_at END AS ended_at, CASE WHEN ${isEnded} THEN kept.ended_by END AS ended_by, kept.version
    FROM public.term_opening kept WHERE kept.opened_at <= ${moment.at}::timestamptz`;
};

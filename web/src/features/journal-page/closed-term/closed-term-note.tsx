import dynamic from "next/dynamic";
import type { MarkedCells } from "../cells/marked-cells";
import { unsentCount } from "../outbox/outbox";
import type { JournalSession } from "../store/journal-session";
import { useJournalState } from "../store/use-journal";

/** A term is seldom closed: what is told of it then comes by itself. */
const ClosedTerm = dynamic(() => import("./closed-term").then((module) => module.ClosedTerm), { ssr: false });

/** Over the journal of a term that is closed, or opened for a time. */
export function ClosedTermNote({ session, onLate }: { session: JournalSession; onLate: (cells: MarkedCells) => void }) {
  const { page, outbox } = useJournalState(session);
  const { term } = page.title;
  if (!term.isClosed && !term.openUntil) return null;
  return <ClosedTerm page={page} isSaved={unsentCount(outbox) === 0} onLate={onLate} />;
}

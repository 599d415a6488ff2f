import dynamic from "next/dynamic";
import type { PageModel } from "../page/page-model";

/** A term is seldom closed: what is told of it then comes by itself. */
const ClosedTerm = dynamic(() => import("./closed-term").then((module) => module.ClosedTerm), { ssr: false });

/** Over the journal of a term that is closed, or opened for a time. */
export function ClosedTermNote({ page }: { page: PageModel }) {
  const { term, journalId } = page.title;
  if (!term.isClosed && !term.openUntil) return null;
  return <ClosedTerm journalId={journalId} termId={term.id} lessons={page.lessons} pupils={page.pupils} />;
}

import type { Ask } from "@/graphql/ask";
import { JournalPageByHash } from "@/graphql/generated/graphql";
import { packPage, unpackPage } from "../page/pack-page";
import type { PageModel, PageTitle } from "../page/page-model";

/** Reads the page of the same journal and term again. */
export async function readPage(ask: Ask, { journalId, term }: PageTitle): Promise<PageModel> {
  const { journalPage } = await ask(JournalPageByHash, { journalId, termId: term.id });
  return unpackPage(packPage(journalPage));
}

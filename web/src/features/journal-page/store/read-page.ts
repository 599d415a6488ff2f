import type { ApolloClient } from "@apollo/client";
import { JournalPageDocument } from "@/graphql/generated/graphql";
import { packPage, unpackPage } from "../page/pack-page";
import type { PageModel, PageTitle } from "../page/page-model";

/** Reads the page of the same journal and term again; null when it cannot be had. */
export async function readPage(client: ApolloClient, { journalId, term }: PageTitle): Promise<PageModel | null> {
  const { data } = await client.query({
    query: JournalPageDocument,
    variables: { journalId, termId: term.id },
    fetchPolicy: "no-cache",
  });
  return data ? unpackPage(packPage(data.journalPage)) : null;
}

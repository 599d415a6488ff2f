import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { JournalListPage } from "@/features/journal-list/journal-list-page";
import { selectionFromAddress } from "@/features/journal-list/journal-selection";
import { BrowserClient } from "@/graphql/browser-client";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("journalList"))("title") };
}

export default async function Journals({ searchParams }: PageProps<"/journals">) {
  return (
    <BrowserClient>
      <JournalListPage selection={selectionFromAddress(await searchParams)} />
    </BrowserClient>
  );
}

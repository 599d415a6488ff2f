import type { Metadata } from "next";
import { headers } from "next/headers";
import { cache } from "react";
import { packPage } from "@/features/journal-page/page/pack-page";
import { JournalPageDocument } from "@/graphql/generated/graphql";
import { readForPage } from "@/graphql/read-for-page";
import { requireViewer } from "@/graphql/viewer";
import { FeatureMessages } from "@/messages/feature-messages";
import { ProblemPage } from "@/ui/error-page";
import { JournalScreen } from "./journal-screen";

type Props = PageProps<"/journals/[journalId]">;

const readJournal = cache((journalId: string, termId: string | null) => readForPage(JournalPageDocument, { journalId, termId }));

async function journalOf({ params, searchParams }: Props) {
  const [{ journalId }, { term }] = await Promise.all([params, searchParams]);
  return readJournal(journalId, typeof term === "string" ? term : null);
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { data } = await journalOf(props);
  return data ? { title: `${data.journalPage.subject}, ${data.journalPage.className}` } : {};
}

export default async function Journal(props: Props) {
  const [{ data, problem }, viewer, { lesson }, asked] = await Promise.all([
    journalOf(props),
    requireViewer(),
    props.searchParams,
    headers(),
  ]);
  if (problem) return <ProblemPage problem={problem} />;
  return (
    <FeatureMessages of={["journalPage", "words"]}>
      <JournalScreen
        packed={packPage(data.journalPage)}
        accountId={viewer.accountId}
        today={viewer.today}
        isLikelyPhone={/Mobi/.test(asked.get("user-agent") ?? "")}
        lessonId={typeof lesson === "string" ? lesson : null}
      />
    </FeatureMessages>
  );
}

import type { Metadata } from "next";
import { cache } from "react";
import { packTotals } from "@/features/journal-page/totals/pack-totals";
import { TotalsPage } from "@/features/journal-page/totals/totals-page";
import { JournalTermMarksDocument } from "@/graphql/generated/graphql";
import { readForPage } from "@/graphql/read-for-page";
import { requireViewer } from "@/graphql/viewer";
import { FeatureMessages } from "@/messages/feature-messages";
import { ProblemPage } from "@/ui/error-page";

type Props = PageProps<"/journals/[journalId]/totals">;

const readTotals = cache((journalId: string) => readForPage(JournalTermMarksDocument, { journalId }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { data } = await readTotals((await params).journalId);
  return data ? { title: `${data.journalTermMarks.subject}, ${data.journalTermMarks.className}` } : {};
}

export default async function Totals({ params }: Props) {
  const [{ journalId }, viewer] = await Promise.all([params, requireViewer()]);
  const { data, problem } = await readTotals(journalId);
  if (problem) return <ProblemPage problem={problem} />;
  return (
    <FeatureMessages of={["journalPage", "words"]}>
      <TotalsPage packed={packTotals(data.journalTermMarks)} accountId={viewer.accountId} today={viewer.today} />
    </FeatureMessages>
  );
}

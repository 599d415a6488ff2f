import type { Metadata } from "next";
import { headers } from "next/headers";
import { cache } from "react";
import { packPage } from "@/features/journal-page/page/pack-page";
import { JournalPageDocument } from "@/graphql/generated/graphql";
import { readForPage } from "@/graphql/read-for-page";
import { requireViewer } from "@/graphql/viewer";
import { FeatureMessages } from "@/messages/feature-messages";
import { ProblemPage } from "@/ui/error-page";
import { instantOf, parseSchoolMoment } from "@/ui/school-moment";
import { JournalScreen } from "./journal-screen";

type Props = PageProps<"/journals/[journalId]">;

const readJournal = cache((journalId: string, termId: string | null, at: string | null) =>
  readForPage(JournalPageDocument, { journalId, termId, at }),
);

async function journalOf({ params, searchParams }: Props) {
  const [{ journalId }, { term, at: asked }] = await Promise.all([params, searchParams]);
  const moment = parseSchoolMoment(asked);
  const at = moment ? instantOf(moment, (await requireViewer()).school.timeZone) : null;
  return readJournal(journalId, typeof term === "string" ? term : null, at);
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { data } = await journalOf(props);
  return data ? { title: `${data.journalPage.subject}, ${data.journalPage.className}` } : {};
}

export default async function Journal(props: Props) {
  const [{ data, problem }, viewer, { lesson, at: typed }, asked] = await Promise.all([
    journalOf(props),
    requireViewer(),
    props.searchParams,
    headers(),
  ]);
  if (problem) return <ProblemPage problem={problem} />;
  const at = parseSchoolMoment(typed) ?? null;
  return (
    <FeatureMessages of={["journalPage", "words"]}>
      <JournalScreen
        packed={packPage(data.journalPage)}
        accountId={viewer.accountId}
        today={at?.slice(0, 10) ?? viewer.today}
        at={at}
        isLikelyPhone={/Mobi/.test(asked.get("user-agent") ?? "")}
        lessonId={typeof lesson === "string" ? lesson : null}
      />
    </FeatureMessages>
  );
}

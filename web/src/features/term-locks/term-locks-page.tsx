import { Text, Title } from "@mantine/core";
import { getTranslations } from "next-intl/server";
import { LateEntriesDocument, OpeningRequestsDocument, TermLockBoardDocument, TermOpeningsDocument } from "@/graphql/generated/graphql";
import { readForPage } from "@/graphql/read-for-page";
import { requireViewer } from "@/graphql/viewer";
import { FeatureMessages } from "@/messages/feature-messages";
import { ProblemPage } from "@/ui/error-page";
import { LateEntryList } from "./late-entry-list";
import { OpeningList } from "./opening-list";
import { newestLateEntries, openingsInForce, waitingRequests } from "./page-variables";
import { RequestList } from "./request-list";
import { TermBoard } from "./term-board";
import classes from "./term-locks.module.css";

/** For the deputy: which terms are closed for which classes, who asks to open one, what was opened and what was written then. The director reads it. */
export async function TermLocksPage() {
  const [board, requests, openings, late, viewer, t] = await Promise.all([
    readForPage(TermLockBoardDocument, {}),
    readForPage(OpeningRequestsDocument, waitingRequests(true)),
    readForPage(TermOpeningsDocument, openingsInForce(true)),
    readForPage(LateEntriesDocument, newestLateEntries),
    requireViewer(),
    getTranslations("termLocks"),
  ]);
  const problem = board.problem ?? requests.problem ?? openings.problem ?? late.problem;
  if (problem) return <ProblemPage problem={problem} />;
  const mayChange = viewer.roles.some(({ role }) => role === "DEPUTY");
  return (
    <FeatureMessages of={["termLocks"]}>
      <div className={classes.page}>
        <div>
          <Title order={1} size="h2">
            {t("title")}
          </Title>
          <Text c="dimmed" maw="70ch">
            {t("about")}
          </Text>
        </div>
        <RequestList seed={{ variables: waitingRequests(true), data: requests.data! }} mayChange={mayChange} />
        <TermBoard seed={{ variables: {}, data: board.data! }} mayChange={mayChange} />
        <OpeningList seed={{ variables: openingsInForce(true), data: openings.data! }} mayChange={mayChange} />
        <LateEntryList seed={{ variables: newestLateEntries, data: late.data! }} />
      </div>
    </FeatureMessages>
  );
}

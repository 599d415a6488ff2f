"use client";

import { useApolloClient, useQuery } from "@apollo/client/react";
import { useTranslations } from "next-intl";
import { usePathname, useSearchParams } from "next/navigation";
import { useState, type ReactNode } from "react";
import { MarkQuestionsToAnswerDocument, OverdueMarkQuestionsDocument } from "@/graphql/generated/graphql";
import { useFresh } from "@/graphql/use-fresh";
import { useViewer } from "@/graphql/viewer-context";
import { listKindsOf, type QuestionListKind } from "./question-list-kinds";
import classes from "./question-list.module.css";
import { QuestionRows } from "./question-rows";

const PATH = "/questions";

/** A teacher's questions, and those that nobody has answered in time, beside the one that is open; on a phone one of the two. */
export function StaffQuestions({ children }: { children: ReactNode }) {
  const t = useTranslations("markQuestions");
  const viewer = useViewer();
  const kinds = listKindsOf(viewer);
  const asked = useSearchParams().get("list")?.toUpperCase();
  const [chosen, setChosen] = useState<QuestionListKind>(kinds.find((kind) => kind === asked) ?? kinds[0] ?? "TO_ANSWER");
  const isOpen = usePathname() !== PATH;
  return (
    <div className={classes.frame} data-open={isOpen || undefined}>
      <div className={classes.list}>
        <h1 className={classes.title}>{t("title")}</h1>
        {kinds.length > 1 && (
          <div className={classes.lists} role="group" aria-label={t("whichList")}>
            {kinds.map((kind) => (
              <button key={kind} type="button" className={classes.which} aria-pressed={kind === chosen} onClick={() => setChosen(kind)}>
                {t(`list.${kind}`)}
              </button>
            ))}
          </div>
        )}
        {kinds.length > 0 && (chosen === "OVERDUE" ? <Overdue /> : <ToAnswer key={chosen} isClosed={chosen === "CLOSED"} />)}
      </div>
      <div className={classes.open}>{children}</div>
    </div>
  );
}

function ToAnswer({ isClosed }: { isClosed: boolean }) {
  const client = useApolloClient();
  const variables = { closed: isClosed, first: ROWS, after: null };
  const { data, loading, error, fetchMore, refetch } = useQuery(MarkQuestionsToAnswerDocument, {
    variables,
    fetchPolicy: "cache-and-network",
  });
  useFresh(
    () => void client.query({ query: MarkQuestionsToAnswerDocument, variables, fetchPolicy: "network-only" }).catch(() => undefined),
  );
  const page = data?.markQuestionsToAnswer;
  return (
    <QuestionRows
      path={PATH}
      kind={isClosed ? "CLOSED" : "TO_ANSWER"}
      page={page}
      error={error}
      isReading={loading}
      onMore={() => void fetchMore({ variables: { after: page?.pageInfo.endCursor } })}
      onRetry={() => void refetch()}
    />
  );
}

function Overdue() {
  const variables = { first: ROWS, after: null };
  const { data, loading, error, fetchMore, refetch } = useQuery(OverdueMarkQuestionsDocument, {
    variables,
    fetchPolicy: "cache-and-network",
  });
  const page = data?.overdueMarkQuestions;
  return (
    <QuestionRows
      path={PATH}
      kind="OVERDUE"
      page={page}
      error={error}
      isReading={loading}
      onMore={() => void fetchMore({ variables: { after: page?.pageInfo.endCursor } })}
      onRetry={() => void refetch()}
    />
  );
}

const ROWS = 30;

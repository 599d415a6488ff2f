"use client";

import { useQuery } from "@apollo/client/react";
import { useTranslations } from "next-intl";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { MarkQuestionsOfPupilDocument } from "@/graphql/generated/graphql";
import classes from "./question-list.module.css";
import { QuestionRows } from "./question-rows";

/** A child's questions beside the one that is open; on a phone one of the two. Also those of marks that stand in the diary no more. */
export function FamilyQuestions({ pupilId, children }: { pupilId: string; children: ReactNode }) {
  const t = useTranslations("markQuestions");
  const path = `/diary/${pupilId}/questions`;
  const isOpen = usePathname() !== path;
  const variables = { pupilId, first: 30, after: null };
  const { data, loading, error, fetchMore, refetch } = useQuery(MarkQuestionsOfPupilDocument, {
    variables,
    fetchPolicy: "cache-and-network",
    // The diary's layout asks for the same questions, and may have them before this page comes to life.
    ssr: false,
  });
  const page = data?.markQuestionsOfPupil;
  return (
    <div className={classes.frame} data-open={isOpen || undefined}>
      <div className={classes.list}>
        <h1 className={classes.title}>{t("title")}</h1>
        <QuestionRows
          path={path}
          kind="OF_CHILD"
          page={page}
          error={error}
          isReading={loading}
          onMore={() => void fetchMore({ variables: { after: page?.pageInfo.endCursor } })}
          onRetry={() => void refetch()}
        />
      </div>
      <div className={classes.open}>{children}</div>
    </div>
  );
}

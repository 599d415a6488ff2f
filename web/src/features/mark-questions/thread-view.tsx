"use client";

import { useApolloClient } from "@apollo/client/react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { MarkQuestionDocument, type MarkQuestionQuery, type MarkQuestionQueryVariables } from "@/graphql/generated/graphql";
import { useFresh } from "@/graphql/use-fresh";
import { useSeededQuery, type Seed } from "@/graphql/use-seeded-query";
import { PortalLink } from "@/ui/portal-link";
import { Tag } from "@/ui/tag";
import { ThreadActions } from "./thread-actions";
import { ThreadLog } from "./thread-log";
import { MarkThenAndNow } from "./mark-then-and-now";
import { useIsGuardianOf } from "./use-is-guardian-of";
import { useQuestionTexts } from "./question-texts";
import classes from "./question.module.css";
import type { Thread } from "./use-question-commands";

interface ThreadViewProps {
  seed: Seed<MarkQuestionQuery, MarkQuestionQueryVariables>;
  /** The way back to the list. */
  back?: ReactNode;
  /** The mark is named above already. */
  isAtMark?: boolean;
}

/** A question with its thread, kept fresh while it is open. */
export function ThreadView({ seed, back, isAtMark = false }: ThreadViewProps) {
  const client = useApolloClient();
  const { shown } = useSeededQuery(MarkQuestionDocument, seed, seed.variables);
  useFresh(() => {
    const { variables } = seed;
    void client.query({ query: MarkQuestionDocument, variables, fetchPolicy: "network-only" }).catch(() => undefined);
  });
  const thread = (shown ?? seed.data).markQuestion;
  return (
    <article className={classes.thread}>
      {back}
      <ThreadHead thread={thread} isAtMark={isAtMark} />
      <ThreadLog thread={thread} />
      <ThreadActions key={thread.question.id} thread={thread} />
    </article>
  );
}

/** What is asked about, of whom, and where it stands. */
function ThreadHead({ thread: { question }, isAtMark }: { thread: Thread; isAtMark: boolean }) {
  const t = useTranslations("markQuestions");
  const texts = useQuestionTexts();
  const { text, tone } = texts.state(question);
  const { pupilName, classLabel, subject, askedValue, value, state, teachers, isAnsweredLate } = question;
  return (
    <header className={classes.head}>
      {!isAtMark && (
        <>
          <h1 className={classes.title}>
            {subject} <MarkThenAndNow askedValue={askedValue} value={value} />
          </h1>
          <p className={classes.quiet}>{[texts.work(question), pupilName, classLabel].filter(Boolean).join(" · ")}</p>
        </>
      )}
      <p className={classes.tags}>
        <Tag tone={tone}>{text}</Tag>
        {isAnsweredLate && <Tag tone="bad">{t("answeredLate")}</Tag>}
      </p>
      {state === "OPEN" && <p className={classes.quiet}>{t("whoAnswers", { names: teachers.join(", ") || t("nobody") })}</p>}
      {!isAtMark && <WayToMark question={question} />}
    </header>
  );
}

function WayToMark({ question: { pupilId, journalId, lessonId, lessonDate } }: { question: Thread["question"] }) {
  const t = useTranslations("markQuestions");
  const isGuardian = useIsGuardianOf(pupilId);
  if (isGuardian) return lessonDate && <PortalLink href={`/diary/${pupilId}?week=${lessonDate}`}>{t("openDiary")}</PortalLink>;
  return <PortalLink href={`/journals/${journalId}${lessonId ? `?lesson=${lessonId}` : ""}`}>{t("openJournal")}</PortalLink>;
}

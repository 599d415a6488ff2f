"use client";

import { useApolloClient, useQuery } from "@apollo/client/react";
import { ActionIcon, Button } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";
import { AskAboutMarkDocument, MarkQuestionDocument, MarkQuestionsOfPupilDocument } from "@/graphql/generated/graphql";
import { useViewer } from "@/graphql/viewer-context";
import { InlineError } from "@/ui/inline-error";
import { RowsSkeleton } from "@/ui/list-skeleton";
import { MarkBadge } from "@/ui/mark-badge";
import { PortalLink } from "@/ui/portal-link";
import { useKeptState } from "@/ui/use-kept-state";
import type { AskedMark } from "./asked-mark";
import classes from "./mark-dialog.module.css";
import type { Question } from "./question-texts";
import { TextField } from "./text-field";
import { ThreadView } from "./thread-view";
import { useQuestionCommands } from "./use-question-commands";

interface MarkDialogProps {
  pupilId: string;
  mark: AskedMark;
  /** The question that the mark has, or had. */
  question: Question | undefined;
  onClose: () => void;
}

/** A mark's details, with the thread of its question or the way to ask one; on a phone it covers the page. Escape closes it. */
export function MarkDialog({ pupilId, mark, question, onClose }: MarkDialogProps) {
  const t = useTranslations("markQuestions");
  const heading = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [asksAgain, setAsksAgain] = useState(false);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className={classes.dialog} aria-labelledby={heading} onClose={onClose} closedby="any">
      <div className={classes.head}>
        <h2 id={heading} className={classes.title}>
          <MarkBadge value={mark.value} /> {mark.subject}
        </h2>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t("close")} onClick={() => dialog.current?.close()}>
          <IconX size={20} aria-hidden />
        </ActionIcon>
      </div>
      <div className={classes.body}>
        <p className={classes.name}>{mark.name}</p>
        {mark.comment && <p className={classes.comment}>{t("comment", { text: mark.comment })}</p>}
        {mark.date && (
          <PortalLink href={`/diary/${pupilId}?week=${mark.date}`} onClick={() => dialog.current?.close()}>
            {t("openDiary")}
          </PortalLink>
        )}
        {question && !asksAgain ? (
          <>
            <OpenThread id={question.id} />
            {question.state === "CLOSED" && (
              <Button variant="default" onClick={() => setAsksAgain(true)}>
                {t("askAgain")}
              </Button>
            )}
          </>
        ) : (
          <AskForm pupilId={pupilId} mark={mark} onAsked={() => setAsksAgain(false)} />
        )}
      </div>
    </dialog>
  );
}

function OpenThread({ id }: { id: string }) {
  const { data, error, refetch } = useQuery(MarkQuestionDocument, { variables: { id }, fetchPolicy: "cache-and-network" });
  if (data) return <ThreadView key={id} seed={{ variables: { id }, data }} isAtMark />;
  return error ? <InlineError error={error} onRetry={() => void refetch()} /> : <RowsSkeleton rowHeight={64} />;
}

function AskForm({ pupilId, mark, onAsked }: { pupilId: string; mark: AskedMark; onAsked: () => void }) {
  const t = useTranslations("markQuestions");
  const client = useApolloClient();
  const { accountId } = useViewer();
  const { markId = null, termMarkId = null } = mark;
  const draft = useKeptState(`question-draft/${accountId}/of/${markId ?? termMarkId}`, EMPTY, isEmpty);
  const [isWriting, setIsWriting] = useState(false);
  const { run, isSending, problem } = useQuestionCommands();
  const ask = async () => {
    const input = { pupilId, markId, termMarkId, text: draft.value.trim() };
    const asked = await run(AskAboutMarkDocument, input, (data) => data.askAboutMark.thread);
    await client.refetchQueries({ include: [MarkQuestionsOfPupilDocument] });
    if (!asked) return;
    draft.change("");
    onAsked();
  };
  if (!isWriting && draft.value === "") {
    return (
      <Button className={classes.ask} onClick={() => setIsWriting(true)}>
        {t("ask")}
      </Button>
    );
  }
  return (
    <>
      <TextField
        label={t("yourQuestion")}
        text={draft.value}
        sendText={t("sendQuestion")}
        isSending={isSending}
        problem={problem}
        takesFocus
        onChange={draft.change}
        onSend={() => void ask()}
      />
      <p className={classes.hint}>{t("askHint")}</p>
    </>
  );
}

const EMPTY: string = "";
const isEmpty = (text: string): boolean => text === "";

import { Button, NativeSelect } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import {
  AnswerQuestionDocument,
  CloseQuestionDocument,
  WriteToQuestionDocument,
  type MarkQuestionOutcome,
} from "@/graphql/generated/graphql";
import { useViewer } from "@/graphql/viewer-context";
import { QuestionDialog } from "@/ui/question-dialog";
import { useKeptState } from "@/ui/use-kept-state";
import { outcomesOfAnswer } from "./question-texts";
import classes from "./question.module.css";
import { TextField } from "./text-field";
import { useIsGuardianOf } from "./use-is-guardian-of";
import { useQuestionCommands, type Thread } from "./use-question-commands";

/** What the viewer may do in a question: write on, answer, end it. Those who only read see why there is nothing to do. */
export function ThreadActions({ thread }: { thread: Thread }) {
  const t = useTranslations("markQuestions");
  const { question, mayWrite } = thread;
  if (question.state === "CLOSED") return <p className={classes.over}>{t("over")}</p>;
  if (!mayWrite) return <p className={classes.over}>{t("readOnly")}</p>;
  return (
    <div className={classes.actions}>
      <Writing thread={thread} />
      <Endings thread={thread} />
    </div>
  );
}

function Writing({ thread: { question, mayAnswer: isAnswer } }: { thread: Thread }) {
  const t = useTranslations("markQuestions");
  const { accountId } = useViewer();
  const draft = useKeptState(`question-draft/${accountId}/${question.id}`, EMPTY, isEmpty);
  const [outcome, setOutcome] = useState<MarkQuestionOutcome | "">("");
  const { run, isSending, problem } = useQuestionCommands();
  const send = async () => {
    const { id: questionId, version } = question;
    const text = draft.value.trim();
    const thread = isAnswer
      ? await run(AnswerQuestionDocument, { questionId, version, text, outcome: outcome || null }, (data) => data.answerQuestion.thread)
      : await run(WriteToQuestionDocument, { questionId, text }, (data) => data.writeToQuestion.thread);
    if (thread) draft.change("");
  };
  return (
    <TextField
      label={t(isAnswer ? "yourAnswer" : "yourText")}
      text={draft.value}
      sendText={t(isAnswer ? "answer" : "send")}
      isSending={isSending}
      problem={problem}
      onChange={draft.change}
      onSend={() => void send()}
    >
      {isAnswer && (
        <NativeSelect
          aria-label={t("afterAnswer")}
          value={outcome}
          data={[
            { value: "", label: t("stayOpen") },
            ...outcomesOfAnswer(question).map((value) => ({ value, label: t("closeAs", { outcome: t(`outcome.${value}`) }) })),
          ]}
          onChange={(event) => setOutcome(event.currentTarget.value as MarkQuestionOutcome | "")}
        />
      )}
    </TextField>
  );
}

/** The ends that the viewer may choose now; each is asked about first, since it cannot be taken back. */
function Endings({ thread: { question, outcomes } }: { thread: Thread }) {
  const t = useTranslations("markQuestions");
  const isGuardian = useIsGuardianOf(question.pupilId);
  const dialog = useRef<HTMLDialogElement>(null);
  const [chosen, setChosen] = useState<MarkQuestionOutcome>("EXPLAINED");
  const { run, isSending, problem } = useQuestionCommands();
  const nameOf = (outcome: MarkQuestionOutcome) => t(isGuardian ? `familyEnding.${outcome}` : `outcome.${outcome}`);
  const end = async () => {
    dialog.current?.close();
    const { id: questionId, version } = question;
    await run(CloseQuestionDocument, { questionId, version, outcome: chosen }, (data) => data.closeQuestion.thread);
  };
  if (outcomes.length === 0) return null;
  return (
    <div className={classes.endings}>
      <span className={classes.quiet}>{t("end")}</span>
      {outcomes.map((outcome) => (
        <Button
          key={outcome}
          variant="default"
          size="xs"
          disabled={isSending}
          onClick={() => {
            setChosen(outcome);
            dialog.current?.showModal();
          }}
        >
          {nameOf(outcome)}
        </Button>
      ))}
      {problem && (
        <p role="alert" className={classes.problem}>
          {problem}
        </p>
      )}
      <QuestionDialog
        dialog={dialog}
        question={t("endQuestion", { outcome: nameOf(chosen) })}
        consequence={t("endConsequence")}
        yes={t("endYes")}
        no={t("cancel")}
        onYes={() => void end()}
      />
    </div>
  );
}

const EMPTY: string = "";
const isEmpty = (text: string): boolean => text === "";

"use client";

import { VisuallyHidden } from "@mantine/core";
import { IconMessageQuestion } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { AskedMark } from "./asked-mark";
import { useChildQuestions } from "./child-questions";
import classes from "./mark-door.module.css";
import { useQuestionTexts, type Question } from "./question-texts";

/** A mark of the diary that opens its details; a sign tells that it has a question. */
export function MarkDoor({ mark, children }: { mark: AskedMark; children: ReactNode }) {
  const t = useTranslations("markQuestions");
  const { questionOf, open } = useChildQuestions();
  const question = questionOf(mark);
  return (
    <button type="button" className={classes.door} title={t("openMark")} onClick={() => open(mark)}>
      {children}
      {question && <Sign question={question} />}
      <VisuallyHidden>. {t("openMark")}</VisuallyHidden>
    </button>
  );
}

function Sign({ question }: { question: Question }) {
  const t = useTranslations("markQuestions");
  const { text } = useQuestionTexts().state(question);
  return (
    <span className={classes.sign} data-state={question.isOverdue ? "OVERDUE" : question.state} title={t("sign", { state: text })}>
      <IconMessageQuestion size={18} stroke={1.8} role="img" aria-label={t("sign", { state: text })} />
    </span>
  );
}

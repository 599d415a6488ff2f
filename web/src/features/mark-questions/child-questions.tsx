"use client";

import { useQuery } from "@apollo/client/react";
import dynamic from "next/dynamic";
import { createContext, use, useMemo, useRef, useState, type ReactNode } from "react";
import { MarkQuestionsOfPupilDocument } from "@/graphql/generated/graphql";
import type { AskedMark } from "./asked-mark";
import type { Question } from "./question-texts";

const MarkDialog = dynamic(() => import("./mark-dialog").then((module) => module.MarkDialog), { ssr: false });

interface ChildQuestions {
  /** The question of a mark: the open one, or the last. */
  questionOf: (mark: AskedMark) => Question | undefined;
  open: (mark: AskedMark) => void;
}

const Context = createContext<ChildQuestions | null>(null);

/** Around a guardian's pages of a child's diary: which marks have a question, and the details of the mark that is opened. */
export function ChildQuestionsProvider({ pupilId, children }: { pupilId: string; children: ReactNode }) {
  const { data } = useQuery(MarkQuestionsOfPupilDocument, { variables: { pupilId, first: 200, after: null }, ssr: false });
  const [mark, setMark] = useState<AskedMark | null>(null);
  const opener = useRef<Element>(null);
  const questions = useMemo(() => {
    const newestFirst = data?.markQuestionsOfPupil.nodes ?? [];
    const byMark = new Map<string, Question>();
    for (const question of newestFirst.toReversed()) byMark.set(question.markId ?? question.termMarkId ?? "", question);
    for (const question of newestFirst) if (question.state !== "CLOSED") byMark.set(question.markId ?? question.termMarkId ?? "", question);
    return byMark;
  }, [data]);
  const value = useMemo<ChildQuestions>(
    () => ({
      questionOf: ({ markId, termMarkId }) => questions.get(markId ?? termMarkId ?? ""),
      open: (next) => {
        opener.current = document.activeElement;
        setMark(next);
      },
    }),
    [questions],
  );
  const close = () => {
    setMark(null);
    if (opener.current instanceof HTMLElement) opener.current.focus();
  };
  return (
    <Context value={value}>
      {children}
      {mark && <MarkDialog pupilId={pupilId} mark={mark} question={value.questionOf(mark)} onClose={close} />}
    </Context>
  );
}

/** @throws Error outside a guardian's diary. */
export function useChildQuestions(): ChildQuestions {
  const questions = use(Context);
  if (!questions) throw new Error("useChildQuestions is used outside a guardian's diary");
  return questions;
}

"use client";

import { useMutation } from "@apollo/client/react";
import { Button, Stack, Text, Textarea } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import {
  ReopenAnalysisDocument,
  SaveAnalysisDocument,
  SignAnalysisDocument,
  type AnalysisDocumentFieldsFragment,
} from "@/graphql/generated/graphql";
import { newId } from "@/ui/new-id";
import { Panel } from "@/ui/panel";
import { formatDate, type SchoolDate } from "@/ui/school-date";
import { useErrorText } from "@/ui/use-error-text";
import classes from "./class-analysis.module.css";
import { keepWords, readKeptWords, WORD_FIELDS, type Words } from "./kept-words";

interface AnalysisWordsProps {
  accountId: string;
  classId: string;
  termId: string | null;
  document: AnalysisDocumentFieldsFragment | null;
  mayWrite: boolean;
  isOver: boolean;
  endsOn: SchoolDate;
}

/** The class teacher's conclusions, causes and measures: written and saved as a draft, then signed; others read what was signed. */
export function AnalysisWords({ accountId, classId, termId, document, mayWrite, isOver, endsOn }: AnalysisWordsProps) {
  const t = useTranslations("classAnalysis");
  const place = `${accountId}/${classId}/${termId ?? "year"}`;
  const { conclusions = "", causes = "", measures = "" } = document ?? {};
  const saved: Words = { conclusions, causes, measures };
  const [words, setWords] = useState<Words>(saved);
  const { pending, problem, save, sign, reopen } = useAnalysisCommands({ classId, termId, version: document?.version ?? 0 });
  const isSigned = document?.status === "SIGNED";
  const isChanged = WORD_FIELDS.some((field) => words[field].trim() !== saved[field]);
  if (!mayWrite && !isSigned) return null;
  if (isSigned) {
    return (
      <Panel title={t("words")}>
        {WORD_FIELDS.filter((field) => saved[field]).map((field) => (
          <section key={field}>
            <h3 className={classes.small}>{t(field)}</h3>
            <p className={classes.written}>{saved[field]}</p>
          </section>
        ))}
        <Problem text={problem} />
        {mayWrite && (
          <Button variant="default" loading={pending} onClick={() => void reopen()} data-print-hidden>
            {t("reopen")}
          </Button>
        )}
      </Panel>
    );
  }
  const write = (field: keyof Words, text: string) => {
    const next = { ...words, [field]: text };
    setWords(next);
    keepWords(place, next);
  };
  const kept = readKeptWords(place);
  return (
    <Panel title={t("words")}>
      <Stack gap="sm">
        {kept && !isChanged && WORD_FIELDS.some((field) => kept[field] !== saved[field]) && (
          <Text size="sm">
            {t("keptHere")}{" "}
            <Button size="compact-sm" variant="light" onClick={() => setWords(kept)}>
              {t("takeKept")}
            </Button>
          </Text>
        )}
        {WORD_FIELDS.map((field) => (
          <Textarea
            key={field}
            label={t(field)}
            description={t(`${field}Hint`)}
            autosize
            minRows={3}
            maxLength={4000}
            value={words[field]}
            onChange={(event) => write(field, event.currentTarget.value)}
          />
        ))}
        <Problem text={problem} />
        <div className={classes.actions} data-print-hidden>
          <Button
            loading={pending}
            disabled={!isChanged && document !== null}
            onClick={() => void save(words).then((done) => done && keepWords(place, null))}
          >
            {t("save")}
          </Button>
          <Button
            variant="default"
            loading={pending}
            disabled={isChanged || !document || !isOver || !saved.conclusions}
            onClick={() => void sign()}
          >
            {t("sign")}
          </Button>
          <Text size="sm" c="dimmed">
            {!isOver ? t("signLater", { date: formatDate(endsOn) }) : isChanged || !document ? t("saveFirst") : t("signMeans")}
          </Text>
        </div>
      </Stack>
    </Panel>
  );
}

function Problem({ text }: { text: string | null }) {
  return <div role="alert">{text && <Text c="red">{text}</Text>}</div>;
}

/** The three commands; after each the page is read anew. */
function useAnalysisCommands(place: { classId: string; termId: string | null; version: number }) {
  const router = useRouter();
  const textOf = useErrorText();
  const [isReading, read] = useTransition();
  const [save, saving] = useMutation(SaveAnalysisDocument);
  const [sign, signing] = useMutation(SignAnalysisDocument);
  const [reopen, reopening] = useMutation(ReopenAnalysisDocument);
  const error = saving.error ?? signing.error ?? reopening.error;
  const run = (command: Promise<unknown>): Promise<boolean> =>
    command.then(
      () => {
        read(() => router.refresh());
        return true;
      },
      () => false,
    );
  const input = () => ({ operationId: newId(), ...place });
  return {
    pending: isReading || saving.loading || signing.loading || reopening.loading,
    problem: error ? textOf(error) : null,
    save: (words: Words) => run(save({ variables: { input: { ...input(), ...words } } })),
    sign: () => run(sign({ variables: { input: input() } })),
    reopen: () => run(reopen({ variables: { input: input() } })),
  };
}

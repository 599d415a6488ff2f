"use client";

import { useMutation } from "@apollo/client/react";
import { Button, Text, Textarea, TextInput } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { PlanResitsDocument } from "@/graphql/generated/graphql";
import { inNameOf } from "@/graphql/in-name-of";
import { newId } from "@/ui/new-id";
import { addDays, formatDate, type SchoolDate } from "@/ui/school-date";
import { useErrorText } from "@/ui/use-error-text";
import { changedResits, shownNote, type ResitDraft } from "./resit-draft";
import classes from "./resit-form.module.css";
import type { ControlWork } from "./work-page";

interface ResitFormProps {
  work: ControlWork;
  /** Who was absent. */
  pupils: ControlWork["pupils"];
  accountId: string;
  today: SchoolDate;
}

/** The days of resits: one for all, or one by one. Nothing is changed before it is saved; an emptied day cancels. */
export function ResitForm({ work, pupils, accountId, today }: ResitFormProps) {
  const t = useTranslations("controlWorks");
  const router = useRouter();
  const textOf = useErrorText();
  const owing = pupils.filter(({ owed }) => owed === "RESIT");
  const [draft, setDraft] = useState<ResitDraft>({ days: {}, note: null });
  const [forAll, setForAll] = useState(work.suggestedResitOn ?? "");
  const [problems, setProblems] = useState<Record<string, string>>({});
  const [isRefreshing, startRefresh] = useTransition();
  const [save, { loading, error, data }] = useMutation(PlanResitsDocument, { context: inNameOf(accountId) });
  const changed = changedResits(owing, draft);
  const isSaved = data && changed.length === 0 && Object.keys(problems).length === 0;

  async function send() {
    const { journalId, lessonId, assessmentId } = work;
    const { data: answer } = await save({
      variables: { input: { operationId: newId(), journalId, lessonId, assessmentId, resits: changed } },
    });
    const results = answer?.planResits.resits ?? [];
    setProblems(Object.fromEntries(results.flatMap(({ pupilId, message }) => (message ? [[pupilId, message]] : []))));
    // What was typed stays until the page has been read anew: then it is what stands, and nothing is left to save.
    startRefresh(() => router.refresh());
  }

  return (
    <form
      className={classes.form}
      // A day that cannot be is refused by the api, at the name and with what to do.
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send().catch(() => undefined);
      }}
    >
      <Text size="sm" c="dimmed">
        {t("resitRule", { date: formatDate(work.resitBy) })}
      </Text>
      {work.isClosed && owing.length > 0 && <Text size="sm">{t("termClosed")}</Text>}
      {work.canEdit && owing.length > 0 && (
        <div className={classes.forAll}>
          <TextInput
            type="date"
            label={t("dayForAll")}
            value={forAll}
            min={addDays(work.date, 1)}
            onChange={(event) => setForAll(event.currentTarget.value)}
          />
          <Button
            variant="default"
            disabled={!forAll}
            onClick={() => setDraft((now) => ({ ...now, days: Object.fromEntries(owing.map(({ pupilId }) => [pupilId, forAll])) }))}
          >
            {t("setForAll", { count: owing.length })}
          </Button>
        </div>
      )}
      <ul className={classes.pupils}>
        {pupils.map((pupil) => (
          <li key={pupil.pupilId} className={classes.pupil}>
            <span className={classes.name}>
              {pupil.name}
              <Absence pupil={pupil} today={today} />
            </span>
            {pupil.owed === "RESIT" && work.canEdit ? (
              <TextInput
                type="date"
                aria-label={t("dayOf", { name: pupil.name })}
                value={draft.days[pupil.pupilId] ?? pupil.resit?.plannedOn ?? ""}
                min={addDays(work.date, 1)}
                error={problems[pupil.pupilId]}
                onChange={(event) => {
                  const day = event.currentTarget.value;
                  setDraft((now) => ({ ...now, days: { ...now.days, [pupil.pupilId]: day } }));
                }}
              />
            ) : (
              <span>
                {pupil.owed === "MARKED"
                  ? t("resat", { value: pupil.value ?? "" })
                  : (pupil.resit && formatDate(pupil.resit.plannedOn)) || "—"}
              </span>
            )}
          </li>
        ))}
      </ul>
      {work.canEdit && owing.length > 0 && (
        <>
          <Textarea
            label={t("noteForFamilies")}
            placeholder={t("notePlaceholder")}
            value={shownNote(owing, draft)}
            maxLength={500}
            autosize
            minRows={1}
            onChange={(event) => {
              const typed = event.currentTarget.value;
              setDraft((now) => ({ ...now, note: typed }));
            }}
          />
          <div className={classes.actions}>
            <Button type="submit" loading={loading || isRefreshing} disabled={changed.length === 0}>
              {t("save")}
            </Button>
            <Text size="sm" role="status" c={error ? "red" : "dimmed"}>
              {error ? textOf(error) : isSaved ? t("saved") : changed.length > 0 ? t("unsaved", { count: changed.length }) : null}
            </Text>
          </div>
        </>
      )}
    </form>
  );
}

function Absence({ pupil: { attendance, isOverdue, resit }, today }: { pupil: ControlWork["pupils"][number]; today: SchoolDate }) {
  const t = useTranslations("controlWorks");
  const words = useTranslations("words");
  const state = isOverdue ? t("overdue") : resit?.plannedOn === today ? t("today") : null;
  return <small className={classes.absence}>{[attendance && words(`attendance.${attendance}`), state].filter(Boolean).join(" · ")}</small>;
}

"use client";

import { useMutation, useQuery } from "@apollo/client/react";
import { Button, Group, Text, Textarea } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useId, useRef, useState, type RefObject } from "react";
import { FamilyForecastDocument, ForecastReceiptsDocument, SendForecastsDocument } from "@/graphql/generated/graphql";
import { ForecastOfSubject } from "@/ui/forecast-of-subject";
import { InlineError } from "@/ui/inline-error";
import { RowsSkeleton } from "@/ui/list-skeleton";
import { newId } from "@/ui/new-id";
import { useErrorText } from "@/ui/use-error-text";
import classes from "./class-forecast.module.css";
import type { ClassForecast } from "./class-forecast-page";

interface SendDialogProps {
  dialog: RefObject<HTMLDialogElement | null>;
  forecast: ClassForecast;
  pupils: ClassForecast["pupils"];
  onSent: () => void;
}

/** Words to the chosen families, and what each of them will see; sent only from here. */
export function SendDialog({ dialog, forecast: { classId, term }, pupils, onSent }: SendDialogProps) {
  const t = useTranslations("forecast");
  const title = useId();
  const router = useRouter();
  const textOf = useErrorText();
  const [text, setText] = useState("");
  const [shownAt, setShownAt] = useState(0);
  const [sentTo, setSentTo] = useState<number | null>(null);
  const operation = useRef<{ id: string; of: string } | null>(null);
  const [send, { loading, error }] = useMutation(SendForecastsDocument, { refetchQueries: [ForecastReceiptsDocument] });
  const shown = pupils[shownAt % Math.max(pupils.length, 1)];

  const sendNow = async () => {
    const input = { classId, termId: term.id, pupilIds: pupils.map(({ pupilId }) => pupilId), text: text.trim() || null };
    // Tried again after a lost answer, the same forecasts are not sent twice.
    const of = JSON.stringify(input);
    if (operation.current?.of !== of) operation.current = { id: newId(), of };
    const { data } = await send({ variables: { input: { operationId: operation.current.id, ...input } } });
    if (!data) return;
    operation.current = null;
    setSentTo(data.sendForecasts.recipientCount);
    setText("");
    dialog.current?.close();
    onSent();
    router.refresh();
  };

  return (
    <>
      <div role="status">{sentTo !== null && <Text mt="sm">{t("sent", { count: sentTo })}</Text>}</div>
      <dialog ref={dialog} className={classes.dialog} aria-labelledby={title}>
        <h2 id={title} className={classes.dialogTitle}>
          {t("sendTitle", { count: pupils.length })}
        </h2>
        <Textarea
          label={t("words")}
          description={t("wordsHint")}
          autosize
          minRows={2}
          maxRows={8}
          maxLength={2000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {shown && (
          <section className={classes.preview}>
            <Group justify="space-between">
              <h3 className={classes.previewTitle}>{t("preview", { name: shown.name })}</h3>
              {pupils.length > 1 && (
                <Button size="compact-sm" variant="subtle" onClick={() => setShownAt(shownAt + 1)}>
                  {t("previewNext")}
                </Button>
              )}
            </Group>
            <Preview classId={classId} termId={term.id} pupilId={shown.pupilId} />
          </section>
        )}
        <div role="alert">{error && <Text c="red">{textOf(error)}</Text>}</div>
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={() => dialog.current?.close()}>
            {t("cancel")}
          </Button>
          <Button loading={loading} disabled={pupils.length === 0} onClick={() => void sendNow().catch(() => undefined)}>
            {t("sendNow")}
          </Button>
        </Group>
      </dialog>
    </>
  );
}

function Preview(asked: { classId: string; termId: string; pupilId: string }) {
  const t = useTranslations("forecast");
  const { data, loading, error, refetch } = useQuery(FamilyForecastDocument, { variables: asked });
  if (error) return <InlineError error={error} onRetry={() => void refetch()} />;
  if (loading || !data) return <RowsSkeleton rowHeight={48} />;
  const subjects = data.classForecast.pupils.flatMap((pupil) => pupil.subjects);
  if (subjects.length === 0) return <Text c="dimmed">{t("noSubjects")}</Text>;
  return (
    <ul className={classes.forecasts}>
      {subjects.map(({ forecast }) => (
        <ForecastOfSubject key={forecast.journalId} subject={forecast} />
      ))}
    </ul>
  );
}

"use client";

import { useMutation } from "@apollo/client/react";
import { Button, Checkbox, Group, Text } from "@mantine/core";
import { useMounted } from "@mantine/hooks";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { PublishAnnouncementDocument } from "@/graphql/generated/graphql";
import { useViewer } from "@/graphql/viewer-context";
import { newId } from "@/ui/new-id";
import { PlainText } from "@/ui/plain-text";
import { useErrorText } from "@/ui/use-error-text";
import { audienceInputs, emptyDraft, gapsOf, type AnnouncementDraft, type AudienceChoice } from "./announcement-draft";
import classes from "./announcements.module.css";
import { AudienceFields } from "./audience-fields";
import { keep, readKept } from "./kept-draft";
import { WordsFields } from "./words-fields";

/** A new announcement: written, looked at, sent. What is begun is kept on the device. */
export function PublishForm({ choices }: { choices: readonly AudienceChoice[] }) {
  const t = useTranslations("announcements");
  const textOf = useErrorText();
  const { draft, change, gaps, publish, publishing, error } = usePublishing(choices);
  // What is written before the page listens would be lost.
  const ready = useMounted();
  const [previewed, setPreviewed] = useState(false);
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void publish();
      }}
    >
      <fieldset disabled={!ready} className={classes.fields}>
        <WordsFields words={draft} onChange={change} />
        <AudienceFields choices={choices} audiences={draft.audiences} onChange={(audiences) => change({ audiences })} />
        <Checkbox
          label={t("askAcknowledgement")}
          description={t("askAcknowledgementHint")}
          checked={draft.needsAcknowledgement}
          onChange={(event) => change({ needsAcknowledgement: event.currentTarget.checked })}
        />
      </fieldset>
      {previewed && (
        <section className={classes.preview} aria-label={t("preview")}>
          <h2 className={classes.previewTitle}>{draft.title || t("noTitle")}</h2>
          <PlainText text={draft.text} />
        </section>
      )}
      <div role="alert">
        {gaps.map((gap) => (
          <Text key={gap} c="red">
            {t(`gap.${gap}`)}
          </Text>
        ))}
        {error && <Text c="red">{textOf(error)}</Text>}
      </div>
      <Group>
        <Button type="submit" loading={publishing}>
          {t("publishNow")}
        </Button>
        <Button variant="default" aria-pressed={previewed} onClick={() => setPreviewed(!previewed)}>
          {t("preview")}
        </Button>
        <Text c="dimmed" size="sm">
          {t("draftIsKept")}
        </Text>
      </Group>
    </form>
  );
}

function usePublishing(choices: readonly AudienceChoice[]) {
  const router = useRouter();
  const { accountId, today } = useViewer();
  const [draft, setDraft] = useState(() => emptyDraft(today));
  const [asked, setAsked] = useState(false);
  // The same act keeps its id however often it is sent.
  const operationId = useRef(newId());
  const [send, { loading, error }] = useMutation(PublishAnnouncementDocument);

  useEffect(() => {
    const kept = readKept(accountId);
    if (kept) setDraft(kept.shownTo < today ? { ...kept, ...datesOf(today) } : kept);
  }, [accountId, today]);

  const change = (part: Partial<AnnouncementDraft>) => {
    const next = { ...draft, ...part };
    operationId.current = newId();
    setDraft(next);
    keep(accountId, next);
  };
  const publish = async () => {
    setAsked(true);
    if (gapsOf(draft).length > 0) return;
    const { title, text, shownFrom, shownTo, needsAcknowledgement } = draft;
    const audiences = audienceInputs(draft.audiences, choices);
    const input = { operationId: operationId.current, title, text, audiences, shownFrom, shownTo, needsAcknowledgement };
    try {
      const { data } = await send({ variables: { input } });
      keep(accountId, null);
      router.push(`/announcements/${data?.publishAnnouncement.announcement.id}`);
    } catch {
      // The form stays, with the reason.
    }
  };
  return { draft, change, gaps: asked ? gapsOf(draft) : [], publish, publishing: loading, error };
}

function datesOf(today: string): Pick<AnnouncementDraft, "shownFrom" | "shownTo"> {
  const { shownFrom, shownTo } = emptyDraft(today);
  return { shownFrom, shownTo };
}

"use client";

import { Radio, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { ContactCardFragment } from "@/graphql/generated/graphql";
import { useViewer } from "@/graphql/viewer-context";
import { EmptyState } from "@/ui/empty-state";
import { LinkButton } from "@/ui/link-button";
import { AddressBook } from "./address-book";
import { mayWriteTogether } from "./may-write-together";
import { MessageField } from "./message-field";
import { NewMessageHead } from "./new-message-head";
import classes from "./new-message.module.css";
import { Recipients } from "./recipients";
import { EMPTY_NEW, isEmptyNew, type NewDraft } from "./new-draft";
import { useKeptState } from "@/ui/use-kept-state";
import { useStartConversation } from "./use-start-conversation";

export interface NewMessageStart {
  /** Under this name the draft is kept. */
  name: string;
  recipients: readonly ContactCardFragment[];
  lesson: NewDraft["lesson"];
  /** A link has named the recipients: the address book opens on demand. */
  isFromLink: boolean;
  /** Of how many named pupils no guardian reads messages. */
  unreached: number;
}

/** To whom, what, and how: each alone or all together. */
export function NewMessage({ start }: { start: NewMessageStart }) {
  const t = useTranslations("messages");
  const router = useRouter();
  const viewer = useViewer();
  const [initial] = useState<NewDraft>({ ...EMPTY_NEW, recipients: start.recipients, lesson: start.lesson });
  const { value: draft, change } = useKeptState(`message-draft/${viewer.accountId}/${start.name}`, initial, isEmptyNew);
  const [isChoosing, setIsChoosing] = useState(!start.isFromLink);
  const [sentTo, setSentTo] = useState(0);
  const { send, isSending, problem } = useStartConversation();
  const { recipients, together, title, text, lesson } = draft;
  const mayTogether = mayWriteTogether(viewer, recipients);
  const isTogether = together && mayTogether;

  const begin = async () => {
    const ids = await send({ ...draft, together: isTogether });
    if (!ids) return;
    change(EMPTY_NEW);
    if (ids.length === 1) router.push(`/messages/${ids[0]}`);
    else setSentTo(ids.length);
  };
  if (sentTo > 0) {
    return (
      <div className={classes.page}>
        <NewMessageHead />
        <div className={classes.body}>
          <EmptyState title={t("sentTo", { count: sentTo })} text={t("sentToText")}>
            <LinkButton href="/messages">{t("toMessages")}</LinkButton>
          </EmptyState>
        </div>
      </div>
    );
  }
  return (
    <div className={classes.page}>
      <NewMessageHead />
      <div className={classes.body}>
        <Recipients
          recipients={recipients}
          onRemove={(id) => change({ ...draft, recipients: recipients.filter((contact) => contact.id !== id) })}
          onMore={isChoosing ? null : () => setIsChoosing(true)}
        />
        {start.unreached > 0 && <p className={classes.unreached}>{t("unreached", { count: start.unreached })}</p>}
        {lesson && (
          <p className={classes.lesson}>
            {t("aboutLesson", { subject: lesson.subject, date: lesson.date.split("-").reverse().join(".") })}
            <button type="button" onClick={() => change({ ...draft, lesson: null })}>
              {t("withoutLesson")}
            </button>
          </p>
        )}
        {mayTogether && (
          <Radio.Group
            label={t("how")}
            value={isTogether ? "together" : "each"}
            onChange={(how) => change({ ...draft, together: how === "together" })}
          >
            <div className={classes.how}>
              <Radio value="each" label={t("each")} description={t("eachText")} />
              <Radio value="together" label={t("together")} description={t("togetherText")} />
            </div>
          </Radio.Group>
        )}
        {isTogether && (
          <TextInput
            label={t("groupTitle")}
            placeholder={t("groupTitleHint")}
            maxLength={100}
            value={title}
            onChange={(event) => change({ ...draft, title: event.currentTarget.value })}
          />
        )}
        {isChoosing && <AddressBook chosen={recipients} onChange={(next) => change({ ...draft, recipients: next })} />}
      </div>
      <MessageField
        text={text}
        sendText={t("send")}
        isSending={isSending}
        takesFocus={start.isFromLink}
        onChange={(next) => change({ ...draft, text: next })}
        onSend={() => void begin()}
      >
        {problem && (
          <p role="alert" className={classes.problem}>
            {problem}
          </p>
        )}
      </MessageField>
    </div>
  );
}

import { Button, Loader } from "@mantine/core";
import { useTranslations } from "next-intl";
import { Fragment, useRef, useState } from "react";
import type { Message } from "./message-draft";
import { MessageItem } from "./message-item";
import classes from "./message-log.module.css";
import type { Outgoing } from "./outgoing";
import { OutgoingItem } from "./outgoing-item";
import { lastReadByOthers } from "./receipts";
import type { ThreadConversation } from "./thread";
import { useLogPlace } from "./use-log-place";
import { useMoments } from "./use-moments";
import { useSeen } from "./use-seen";

interface MessageLogProps {
  conversation: ThreadConversation;
  /** Newest first. */
  messages: readonly Message[];
  hasOlder: boolean;
  outgoing: readonly Outgoing[];
  /** The message that a search has led to. */
  at: number | undefined;
  readOlder: (many: number) => Promise<void>;
  onQuote: ((message: Message) => void) | null;
  onEdit: (message: Message) => void;
  onSendAgain: (message: Outgoing) => void;
  onDrop: (message: Outgoing, takeBack: boolean) => void;
}

/** What was said, the newest below; older messages come when one goes up. */
export function MessageLog(props: MessageLogProps) {
  const { conversation, messages, hasOlder, outgoing, at, readOlder, onQuote, onEdit, onSendAgain, onDrop } = props;
  const t = useTranslations("messages");
  const moments = useMoments();
  const log = useRef<HTMLDivElement>(null);
  const [readBefore] = useState(conversation.lastReadSeq);
  const older = useLogPlace({ log, messages, sending: outgoing.length, hasOlder, at, readBefore, readOlder });
  useSeen(log, conversation, messages[0]?.seq);

  const inOrder = messages.toReversed();
  const firstNew = inOrder.find(({ seq, isMine }) => seq > readBefore && !isMine);
  const receiptAt = lastReadByOthers(messages, conversation.members);
  return (
    <div ref={log} className={classes.scroll} tabIndex={0} role="log" aria-label={t("log")} aria-busy={older.isReading}>
      <div className={classes.content}>
        <div className={classes.older}>
          {older.isReading && <Loader size="sm" />}
          {hasOlder && !older.isReading && (
            <Button variant="subtle" size="xs" onClick={older.read}>
              {t("older")}
            </Button>
          )}
        </div>
        {inOrder.map((message, place) => {
          const day = moments.dayOf(message.sentAt);
          const before = inOrder[place - 1];
          const isNewDay = !before || moments.dayOf(before.sentAt) !== day;
          return (
            <Fragment key={message.id}>
              {isNewDay && <h2 className={classes.day}>{moments.dayName(day)}</h2>}
              {message === firstNew && (
                <p className={classes.new} data-new>
                  {t("newBelow")}
                </p>
              )}
              <MessageItem
                message={message}
                conversation={conversation}
                isSameAuthor={!isNewDay && message !== firstNew && before?.authorId === message.authorId}
                showsReceipt={message.seq === receiptAt || (message === messages[0] && message.isMine)}
                isSought={message.seq === at}
                onQuote={onQuote}
                onEdit={onEdit}
              />
            </Fragment>
          );
        })}
        {outgoing.map((message) => (
          <OutgoingItem
            key={message.operationId}
            message={message}
            onSendAgain={() => onSendAgain(message)}
            onTakeBack={() => onDrop(message, true)}
            onDelete={() => onDrop(message, false)}
          />
        ))}
      </div>
    </div>
  );
}

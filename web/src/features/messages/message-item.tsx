import { VisuallyHidden } from "@mantine/core";
import { useTranslations } from "next-intl";
import { memo } from "react";
import { LessonCard } from "./lesson-card";
import type { Message } from "./message-draft";
import classes from "./message-item.module.css";
import { MessageMenu } from "./message-menu";
import { PlainText } from "@/ui/plain-text";
import { Receipt } from "./receipt";
import type { ThreadConversation } from "./thread";
import { useMoments } from "./use-moments";

interface MessageItemProps {
  message: Message;
  conversation: ThreadConversation;
  isSameAuthor: boolean;
  showsReceipt: boolean;
  isSought: boolean;
  onQuote: ((message: Message) => void) | null;
  onEdit: (message: Message) => void;
}

/** One message: who, what it answers, its words, when, and what can be done with it. */
export const MessageItem = memo(function MessageItem(props: MessageItemProps) {
  const { message, conversation, isSameAuthor, showsReceipt, isSought, onQuote, onEdit } = props;
  const t = useTranslations("messages");
  const moments = useMoments();
  const { seq, text, quoted, lesson, isMine, authorName, sentAt, editedAt } = message;
  const showsName = conversation.isGroup && !isMine && !isSameAuthor;
  return (
    <article className={classes.item} data-mine={isMine || undefined} data-seq={seq} data-sought={isSought || undefined}>
      <div className={classes.bubble} data-same={isSameAuthor || undefined}>
        {showsName ? <h3 className={classes.name}>{authorName}</h3> : <VisuallyHidden>{isMine ? t("you") : authorName}: </VisuallyHidden>}
        {quoted && text !== null && (
          <blockquote className={classes.quote}>
            <b>{quoted.authorName}</b>
            <span>{quoted.text ?? <i>{t("withdrawn")}</i>}</span>
          </blockquote>
        )}
        {lesson && text !== null && <LessonCard lesson={lesson} pupilId={conversation.pupils[0]?.pupilId} />}
        <div className={classes.text}>{text === null ? <i>{t("withdrawn")}</i> : <PlainText text={text} />}</div>
        <p className={classes.foot} data-end={seq}>
          {editedAt && text !== null && <span>{t("edited")}</span>}
          <time dateTime={sentAt}>{moments.timeOf(sentAt)}</time>
        </p>
      </div>
      {text !== null && <MessageMenu message={message} onQuote={onQuote} onEdit={onEdit} />}
      {showsReceipt && isMine && text !== null && <Receipt seq={seq} conversation={conversation} />}
    </article>
  );
});

import { useTranslations } from "next-intl";
import { PlainText } from "@/ui/plain-text";
import { useSchoolClock } from "@/ui/use-school-clock";
import { MarkThenAndNow } from "./mark-then-and-now";
import { useQuestionTexts } from "./question-texts";
import classes from "./question.module.css";
import type { Thread } from "./use-question-commands";

/** What was said and what became of the mark meanwhile, in the order of time; at the end, how it ended. */
export function ThreadLog({ thread }: { thread: Thread }) {
  const t = useTranslations("markQuestions");
  const texts = useQuestionTexts();
  const { moment } = useSchoolClock();
  const { question } = thread;
  const entries = [
    ...thread.texts.map((text) => ({ at: text.writtenAt, key: `text ${text.seq}`, text, change: null })),
    ...thread.changes.map((change) => ({ at: change.at, key: `change ${change.at}`, text: null, change })),
  ].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
  return (
    <ol className={classes.log} aria-label={t("thread")}>
      {entries.map(({ key, at, text, change }) => (
        <li key={key} className={text ? classes.text : classes.event} data-mine={text?.isMine || undefined}>
          <p className={classes.who}>
            <b>{text ? text.authorName : t("markChanged")}</b>
            {text?.side === "STAFF" && <span>{t("teacher")}</span>}
            <time dateTime={at}>{moment(at)}</time>
          </p>
          {text ? <PlainText text={text.text} /> : <ChangeOfMark change={change} />}
        </li>
      ))}
      {question.outcome && question.closedAt && (
        <li className={classes.event}>
          <p className={classes.who}>
            <b>{t("closedBy", { name: question.closedByName ?? "" })}</b>
            <time dateTime={question.closedAt}>{moment(question.closedAt)}</time>
          </p>
          <span className={classes.outcome}>
            {texts.state(question).text}
            {question.outcome !== "WITHDRAWN" && <MarkThenAndNow askedValue={question.askedValue} value={question.value} />}
          </span>
        </li>
      )}
    </ol>
  );
}

function ChangeOfMark({ change }: { change: Thread["changes"][number] | null }) {
  const t = useTranslations("markQuestions");
  if (!change) return null;
  return change.before ? (
    <MarkThenAndNow askedValue={change.before} value={change.after} />
  ) : (
    <span>{t("setAgain", { mark: change.after ?? "" })}</span>
  );
}

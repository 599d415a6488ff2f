import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import classes from "./message-item.module.css";
import { PlainText } from "@/ui/plain-text";
import type { Outgoing } from "./outgoing";

interface OutgoingItemProps {
  message: Outgoing;
  onSendAgain: () => void;
  onTakeBack: () => void;
  onDelete: () => void;
}

/** A message that is not there yet: on its way, or kept here until somebody answers. */
export function OutgoingItem({ message: { text, quoted, problem }, onSendAgain, onTakeBack, onDelete }: OutgoingItemProps) {
  const t = useTranslations("messages");
  return (
    <article className={classes.item} data-mine data-unsent={problem ? true : undefined}>
      <div className={classes.bubble}>
        {quoted && (
          <blockquote className={classes.quote}>
            <b>{quoted.authorName}</b>
            <span>{quoted.text}</span>
          </blockquote>
        )}
        <div className={classes.text}>
          <PlainText text={text} />
        </div>
        {!problem && <p className={classes.foot}>{t("sending")}</p>}
      </div>
      {problem && (
        <div className={classes.unsent}>
          <p role="alert">{problem.kind === "AWAY" ? t("unsent") : t("refused", { why: problem.text })}</p>
          <Button size="compact-sm" variant="light" onClick={onSendAgain}>
            {t("sendAgain")}
          </Button>
          <Button size="compact-sm" variant="subtle" onClick={onTakeBack}>
            {t("takeBack")}
          </Button>
          <Button size="compact-sm" variant="subtle" color="gray" onClick={onDelete}>
            {t("delete")}
          </Button>
        </div>
      )}
    </article>
  );
}

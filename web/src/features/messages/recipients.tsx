import { Button } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ContactCardFragment } from "@/graphql/generated/graphql";
import classes from "./new-message.module.css";
import { useContactText } from "./use-contact-text";

interface RecipientsProps {
  recipients: readonly ContactCardFragment[];
  onRemove: (id: string) => void;
  /** Opens the address book; null: it is open. */
  onMore: (() => void) | null;
}

/** Those who will get the message, each to be taken out again. */
export function Recipients({ recipients, onRemove, onMore }: RecipientsProps) {
  const t = useTranslations("messages");
  const { shortOf } = useContactText();
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? recipients : recipients.slice(0, CHIPS);
  return (
    <div className={classes.to}>
      <span className={classes.toLabel} id="message-recipients">
        {recipients.length > 1 ? t("toMany", { count: recipients.length }) : t("to")}
      </span>
      {recipients.length === 0 && <span className={classes.nobody}>{t("nobodyYet")}</span>}
      <ul className={classes.chips} aria-labelledby="message-recipients">
        {shown.map((contact) => (
          <li key={contact.id} className={classes.chip}>
            <span>
              {contact.name}
              <small>{shortOf(contact)}</small>
            </span>
            <button type="button" aria-label={t("remove", { name: contact.name })} onClick={() => onRemove(contact.id)}>
              <IconX size={15} aria-hidden />
            </button>
          </li>
        ))}
      </ul>
      {shown.length < recipients.length && (
        <Button size="compact-sm" variant="subtle" onClick={() => setShowsAll(true)}>
          {t("moreRecipients", { count: recipients.length - shown.length })}
        </Button>
      )}
      {onMore && (
        <Button size="compact-sm" variant="subtle" leftSection={<IconPlus size={15} aria-hidden />} onClick={onMore}>
          {t("addRecipient")}
        </Button>
      )}
    </div>
  );
}

const CHIPS = 8;

import { useMutation } from "@apollo/client/react";
import { IconDots } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { ReportMessageDocument, WithdrawMessageDocument } from "@/graphql/generated/graphql";
import { inNameOf } from "@/graphql/in-name-of";
import { useViewer } from "@/graphql/viewer-context";
import { newId } from "@/ui/new-id";
import { PopUp } from "@/ui/pop-up";
import { QuestionDialog } from "@/ui/question-dialog";
import { useErrorText } from "@/ui/use-error-text";
import { EarlierTexts } from "./earlier-texts";
import type { Message } from "./message-draft";
import classes from "./message-item.module.css";
import { TextDialog } from "./text-dialog";

interface MessageMenuProps {
  message: Message;
  onQuote: ((message: Message) => void) | null;
  onEdit: (message: Message) => void;
}

/** What can be done with a message; the rest of it is made when it is asked for. */
export function MessageMenu(props: MessageMenuProps) {
  const t = useTranslations("messages");
  const [isWanted, setIsWanted] = useState(false);
  const label = t("actions", { name: props.message.isMine ? t("you") : props.message.authorName });
  return (
    <div className={classes.actions}>
      <PopUp
        side="below"
        buttonClassName={classes.dots}
        button={<IconDots size={18} role="img" aria-label={label} />}
        onOpen={() => setIsWanted(true)}
      >
        {(close) => isWanted && <Actions {...props} close={close} />}
      </PopUp>
    </div>
  );
}

function Actions({ message, onQuote, onEdit, close }: MessageMenuProps & { close: () => void }) {
  const t = useTranslations("messages");
  const textOf = useErrorText();
  const { accountId } = useViewer();
  const [withdraw, withdrawal] = useMutation(WithdrawMessageDocument, { context: inNameOf(accountId) });
  const [report] = useMutation(ReportMessageDocument, { context: inNameOf(accountId) });
  const question = useRef<HTMLDialogElement>(null);
  const complaint = useRef<HTMLDialogElement>(null);
  const earlier = useRef<HTMLDialogElement>(null);
  const { id, version, isMine, editedAt, changeableUntil } = message;
  const then = (act: () => void) => () => {
    close();
    act();
  };
  return (
    <>
      <ul className={classes.menu}>
        {onQuote && <Action text={t("quote")} onClick={then(() => onQuote(message))} />}
        {changeableUntil && <Action text={t("edit")} onClick={then(() => onEdit(message))} />}
        {changeableUntil && <Action text={t("withdraw")} onClick={() => question.current?.showModal()} />}
        {editedAt && <Action text={t("earlierTexts")} onClick={() => earlier.current?.showModal()} />}
        {!isMine && <Action text={t("report")} onClick={() => complaint.current?.showModal()} />}
        <Action text={t("copy")} onClick={then(() => void navigator.clipboard?.writeText(message.text ?? ""))} />
      </ul>
      {withdrawal.error && (
        <p role="alert" className={classes.problem}>
          {textOf(withdrawal.error)}
        </p>
      )}
      <QuestionDialog
        dialog={question}
        question={t("withdrawQuestion")}
        consequence={t("withdrawConsequence")}
        yes={t("withdraw")}
        no={t("cancel")}
        onYes={() => {
          question.current?.close();
          void withdraw({ variables: { input: { operationId: newId(), messageId: id, version } } }).then(close, () => undefined);
        }}
      />
      <TextDialog
        dialog={complaint}
        title={t("reportTitle")}
        text={t("reportText")}
        label={t("reportReason")}
        yes={t("reportSend")}
        done={t("reportDone")}
        onYes={(reason, operationId) => report({ variables: { input: { operationId, messageId: id, reason } } })}
      />
      <EarlierTexts dialog={earlier} messageId={id} />
    </>
  );
}

function Action({ text, onClick }: { text: string; onClick: () => void }) {
  return (
    <li>
      <button type="button" className={classes.action} onClick={onClick}>
        {text}
      </button>
    </li>
  );
}

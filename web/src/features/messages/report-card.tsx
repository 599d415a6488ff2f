import { useMutation } from "@apollo/client/react";
import { Button, Group } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { CloseReportDocument, MessageReportsDocument, type ReportCardFragment } from "@/graphql/generated/graphql";
import { inNameOf } from "@/graphql/in-name-of";
import { useViewer } from "@/graphql/viewer-context";
import { PlainText } from "@/ui/plain-text";
import { EarlierTexts } from "./earlier-texts";
import classes from "./reports.module.css";
import { TextDialog } from "./text-dialog";
import { useMoments } from "./use-moments";

/** One complaint: the message, who complained and why, and what was decided. */
export function ReportCard({ report }: { report: ReportCardFragment }) {
  const t = useTranslations("messages");
  const moments = useMoments();
  const { accountId } = useViewer();
  const outcome = useRef<HTMLDialogElement>(null);
  const earlier = useRef<HTMLDialogElement>(null);
  const [close] = useMutation(CloseReportDocument, { context: inNameOf(accountId), refetchQueries: [MessageReportsDocument] });
  const { id, message, conversationTitle, reportedByName, reportedAt, reason, closedByName, closedAt } = report;
  return (
    <li className={classes.report}>
      <p className={classes.who}>
        {t("reports.of", { author: message.authorName, at: moments.full(message.sentAt), thread: conversationTitle })}
      </p>
      <blockquote className={classes.message}>
        {message.text === null ? <i>{t("withdrawn")}</i> : <PlainText text={message.text} />}
      </blockquote>
      <p className={classes.who}>{t("reports.by", { name: reportedByName, at: moments.full(reportedAt) })}</p>
      <p className={classes.words}>{reason}</p>
      {closedAt ? (
        <>
          <p className={classes.who}>{t("reports.closedBy", { name: closedByName ?? "", at: moments.full(closedAt) })}</p>
          <p className={classes.words}>{report.outcome}</p>
        </>
      ) : (
        <Group mt="sm">
          <Button size="xs" onClick={() => outcome.current?.showModal()}>
            {t("reports.close")}
          </Button>
          {message.editedAt && (
            <Button size="xs" variant="default" onClick={() => earlier.current?.showModal()}>
              {t("earlierTexts")}
            </Button>
          )}
        </Group>
      )}
      <TextDialog
        dialog={outcome}
        title={t("reports.closeTitle")}
        text={t("reports.closeText")}
        label={t("reports.outcome")}
        yes={t("reports.close")}
        onYes={(text, operationId) => close({ variables: { input: { operationId, reportId: id, outcome: text } } })}
      />
      <EarlierTexts dialog={earlier} messageId={message.id} />
    </li>
  );
}

import { useMutation } from "@apollo/client/react";
import { NativeSelect, Textarea } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { RequestOpeningDocument } from "@/graphql/generated/graphql";
import { inNameOf } from "@/graphql/in-name-of";
import { useViewer } from "@/graphql/viewer-context";
import { ActionDialog } from "@/ui/action-dialog";
import { formatDate } from "@/ui/school-date";
import type { PageLesson, PagePupil } from "../page/page-model";

interface RequestDialogProps {
  journalId: string;
  termId: string;
  lessons: readonly PageLesson[];
  pupils: readonly PagePupil[];
  onAsked: () => Promise<unknown>;
  onClose: () => void;
}

/** What is to be corrected and why; the lesson and the pupil where it is about one. */
export function RequestDialog({ journalId, termId, lessons, pupils, onAsked, onClose }: RequestDialogProps) {
  const t = useTranslations("closedTerm");
  const { accountId } = useViewer();
  const [ask] = useMutation(RequestOpeningDocument, { context: inNameOf(accountId) });
  const [correction, setCorrection] = useState("");
  const [reason, setReason] = useState("");
  const [lessonId, setLessonId] = useState("");
  const [pupilId, setPupilId] = useState("");
  const wish = { journalId, termId, correction, reason, lessonId: lessonId || null, pupilId: pupilId || null };
  const text = { required: true, withAsterisk: false, maxLength: 500, rows: 2, mb: 10 } as const;
  return (
    <ActionDialog
      title={t("askTitle")}
      yes={t("send")}
      no={t("cancel")}
      wish={JSON.stringify(wish)}
      onYes={async (operationId) => {
        await ask({ variables: { input: { operationId, ...wish } } });
        await onAsked();
      }}
      onClose={onClose}
    >
      <p>{t("askText")}</p>
      <Textarea {...text} label={t("correction")} value={correction} onChange={(event) => setCorrection(event.currentTarget.value)} />
      <Textarea {...text} label={t("reason")} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      <NativeSelect
        mb={10}
        label={t("lesson")}
        value={lessonId}
        onChange={(event) => setLessonId(event.currentTarget.value)}
        data={[
          { value: "", label: t("noLesson") },
          ...lessons.map(({ id, date, topic }) => ({ value: id, label: lessonText(date, topic) })),
        ]}
      />
      <NativeSelect
        label={t("pupil")}
        value={pupilId}
        onChange={(event) => setPupilId(event.currentTarget.value)}
        data={[{ value: "", label: t("noPupil") }, ...pupils.map((pupil) => ({ value: pupil.pupilId, label: pupil.name }))]}
      />
    </ActionDialog>
  );
}

function lessonText(date: string, topic: string | null): string {
  return topic ? `${formatDate(date)} · ${topic.slice(0, 60)}` : formatDate(date);
}

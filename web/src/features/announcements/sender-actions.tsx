"use client";

import { useMutation } from "@apollo/client/react";
import { Button, Group, Text } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { WithdrawAnnouncementDocument, type AnnouncementCardFragment } from "@/graphql/generated/graphql";
import { LinkButton } from "@/ui/link-button";
import { newId } from "@/ui/new-id";
import { QuestionDialog } from "@/ui/question-dialog";
import { useErrorText } from "@/ui/use-error-text";

/** Change it or take it back. */
export function SenderActions({ announcement: { id, version, isMine } }: { announcement: AnnouncementCardFragment }) {
  const t = useTranslations("announcements");
  const router = useRouter();
  const textOf = useErrorText();
  const question = useRef<HTMLDialogElement>(null);
  const [withdraw, { loading, error }] = useMutation(WithdrawAnnouncementDocument);
  const onYes = () => {
    question.current?.close();
    void withdraw({ variables: { input: { operationId: newId(), announcementId: id, version } } }).then(
      () => router.refresh(),
      () => undefined,
    );
  };
  return (
    <Group mt="sm" data-print-hidden>
      {isMine && (
        <LinkButton href={`/announcements/${id}/edit`} variant="default">
          {t("edit")}
        </LinkButton>
      )}
      <Button variant="default" loading={loading} onClick={() => question.current?.showModal()}>
        {t("withdraw")}
      </Button>
      {error && (
        <Text role="alert" c="red">
          {textOf(error)}
        </Text>
      )}
      <QuestionDialog
        dialog={question}
        question={t("withdrawQuestion")}
        consequence={t("withdrawConsequence")}
        yes={t("withdraw")}
        no={t("cancel")}
        onYes={onYes}
      />
    </Group>
  );
}

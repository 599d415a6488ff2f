"use client";

import { useMutation } from "@apollo/client/react";
import { Button, Text } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { AcknowledgeAnnouncementDocument } from "@/graphql/generated/graphql";
import { newId } from "@/ui/new-id";
import { useErrorText } from "@/ui/use-error-text";

/** «Ознакомлен(а)»: once pressed it stands; the sender sees it. */
export function AcknowledgeButton({ announcementId, title }: { announcementId: string; title: string }) {
  const t = useTranslations("announcements");
  const router = useRouter();
  const textOf = useErrorText();
  const [acknowledge, { loading, data, error }] = useMutation(AcknowledgeAnnouncementDocument);
  const press = () =>
    acknowledge({ variables: { input: { operationId: newId(), announcementId } } }).then(
      () => router.refresh(),
      () => undefined,
    );
  if (data) return <Text role="status">{t("acknowledged")}</Text>;
  return (
    <div>
      <Button
        size="sm"
        loading={loading}
        leftSection={<IconCheck size={18} aria-hidden />}
        aria-label={t("acknowledgeOf", { title })}
        onClick={() => void press()}
      >
        {t("acknowledge")}
      </Button>
      {error && (
        <Text role="alert" c="red" size="sm">
          {textOf(error)}
        </Text>
      )}
    </div>
  );
}

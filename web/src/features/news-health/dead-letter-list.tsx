"use client";

import { useMutation } from "@apollo/client/react";
import { Button, Group, Text } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import {
  DeadLettersDocument,
  RetryDeadLettersDocument,
  type DeadLettersQuery,
  type DeadLettersQueryVariables,
} from "@/graphql/generated/graphql";
import { useSeededQuery, type Seed } from "@/graphql/use-seeded-query";
import { DataTable } from "@/ui/data-table";
import { InlineError } from "@/ui/inline-error";
import { newId } from "@/ui/new-id";
import { ShowMore } from "@/ui/show-more";
import { useErrorText } from "@/ui/use-error-text";
import { useSchoolClock } from "@/ui/use-school-clock";

/** What was given up after many attempts, why, and the way to try once more. */
export function DeadLetterList({ seed }: { seed: Seed<DeadLettersQuery, DeadLettersQueryVariables> }) {
  const t = useTranslations("newsHealth");
  const router = useRouter();
  const textOf = useErrorText();
  const { moment } = useSchoolClock();
  const { shown, loading, error, fetchMore, refetch } = useSeededQuery(DeadLettersDocument, seed, seed.variables);
  const [retry, retrying] = useMutation(RetryDeadLettersDocument);
  const again = (ids: string[]) =>
    void retry({ variables: { input: { operationId: newId(), ids } } }).then(
      async () => {
        await refetch();
        router.refresh();
      },
      () => undefined,
    );
  const found = shown?.deadLetters;
  if (error || !found) return <InlineError error={error} onRetry={() => void refetch()} />;
  const told = retrying.data && <Text role="status">{t("retried", { count: retrying.data.retryDeadLetters.retried })}</Text>;
  if (found.nodes.length === 0) return told ?? <Text c="dimmed">{t("noneDead")}</Text>;
  return (
    <>
      <Group mb="sm">
        <Button variant="default" loading={retrying.loading} onClick={() => again(found.nodes.map(({ id }) => id))}>
          {t("retryAll")}
        </Button>
        {told}
        {retrying.error && (
          <Text role="alert" c="red">
            {textOf(retrying.error)}
          </Text>
        )}
      </Group>
      <DataTable
        label={t("deadTitle")}
        columns={[t("what"), t("person"), t("failedAt"), t("attempts"), t("error"), t("action")]}
        rows={found.nodes.map(({ id, what, personName, kind, failedAt, attempts, error: reason }) => ({
          id,
          cells: [
            t("whatOfKind", { what: t(what === "LETTER" ? "letter" : "news"), kind: t(`kind.${kind}`) }),
            personName ?? "—",
            moment(failedAt),
            attempts,
            <span key="error" style={{ overflowWrap: "anywhere" }}>
              {reason}
            </span>,
            <Button key="retry" size="xs" variant="default" disabled={retrying.loading} onClick={() => again([id])}>
              {t("retry")}
            </Button>,
          ],
        }))}
      />
      {found.pageInfo.hasNextPage && (
        <ShowMore
          shown={found.nodes.length}
          total={found.totalCount}
          reading={loading}
          onMore={() => void fetchMore({ variables: { after: found.pageInfo.endCursor } })}
        />
      )}
    </>
  );
}

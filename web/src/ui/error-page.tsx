"use client";

import { Button } from "@mantine/core";
import { IconRefresh } from "@tabler/icons-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { errorCode, errorMessage } from "@/graphql/error-code";
import type { Problem } from "@/graphql/read-for-page";
import { ServicePage } from "./service-page";
import { useProblemText } from "./use-error-text";

/** In the place of a page that failed: what happened, what to do, and a way to try again. */
export function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  return <Explained problem={{ code: errorCode(error), message: errorMessage(error) }} retry={retry} />;
}

/** The same for a page that the server could not read. */
export function ProblemPage({ problem }: { problem: Problem }) {
  const router = useRouter();
  return <Explained problem={problem} retry={() => router.refresh()} />;
}

function Explained({ problem, retry }: { problem: Problem; retry: () => void }) {
  const t = useTranslations("errors");
  const textOf = useProblemText();
  return (
    <ServicePage title={t("title")} text={textOf(problem)}>
      {!FINAL.includes(problem.code) && (
        <Button leftSection={<IconRefresh size={18} aria-hidden />} onClick={retry}>
          {t("retry")}
        </Button>
      )}
    </ServicePage>
  );
}

/** Asking again would answer the same. */
const FINAL = ["NOT_FOUND", "FORBIDDEN"];

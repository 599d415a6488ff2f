import { Group } from "@mantine/core";
import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/ui/link-button";
import type { Analysis } from "./class-analysis-page";

/** The terms of the class's year, and the year itself. */
export async function PeriodChoice({ analysis: { classId, terms, figures } }: { analysis: Analysis }) {
  const t = await getTranslations("classAnalysis");
  const shown = figures.summary.period.termId ?? null;
  const choices = terms.map(({ termId, termKind, number }) => ({
    key: termId ?? null,
    address: `term=${termId}`,
    name: t(termKind, { number: number ?? 0 }),
  }));
  return (
    <Group gap={6} mb="md" component="nav" aria-label={t("periods")} data-print-hidden>
      {[...choices, { key: null, address: "year", name: t("year") }].map(({ key, address, name }) => (
        <LinkButton
          key={address}
          href={`/classes/${classId}/analysis?${address}`}
          variant={key === shown ? "light" : "default"}
          size="sm"
          aria-current={key === shown ? "page" : undefined}
        >
          {name}
        </LinkButton>
      ))}
    </Group>
  );
}

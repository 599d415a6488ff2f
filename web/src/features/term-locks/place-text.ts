import type { useTranslations } from "next-intl";
import type { TermKind } from "@/graphql/generated/graphql";

type Texts = ReturnType<typeof useTranslations<"termLocks">>;

interface Place {
  termKind: TermKind;
  termNumber: number;
  className: string | null;
  subject: string | null;
}

/** «1-я четверть» */
export function termText(t: Texts, { kind, number }: { kind: TermKind; number: number }): string {
  return t(`term.${kind}`, { number });
}

/** «1-я четверть: Математика, 5«А»» */
export function placeText(t: Texts, { termKind, termNumber, className, subject }: Place): string {
  const where = subject ? `${subject}, ${className ?? ""}` : (className ?? t("wholeSchool"));
  return `${termText(t, { kind: termKind, number: termNumber })}: ${where}`;
}

import { Group } from "@mantine/core";
import { getTranslations } from "next-intl/server";
import type { ClassPageQuery } from "@/graphql/generated/graphql";
import { LinkButton } from "@/ui/link-button";
import type { SchoolDate } from "@/ui/school-date";

interface TermChoiceProps {
  page: ClassPageQuery["classPage"];
  today: SchoolDate;
  isYear: boolean;
}

/** The term whose marks are shown, or the year once it has some; the date above stays. */
export async function TermChoice({ page, today, isYear }: TermChoiceProps) {
  const t = await getTranslations("classPage");
  const date = page.date === today ? "" : `&date=${page.date}`;
  return (
    <Group gap={6} mb="sm" component="nav" aria-label={t("terms")} data-print-hidden>
      {page.terms.map((term) => (
        <LinkButton
          key={term.id}
          href={`/classes/${page.classId}?term=${term.id}${date}`}
          variant={!isYear && term.id === page.term.id ? "light" : "default"}
          size="sm"
          aria-current={!isYear && term.id === page.term.id ? "page" : undefined}
        >
          {t(term.kind, { number: term.number })}
        </LinkButton>
      ))}
      {(isYear || hasYear(page)) && (
        <LinkButton
          href={`/classes/${page.classId}?year${date}`}
          variant={isYear ? "light" : "default"}
          size="sm"
          aria-current={isYear ? "page" : undefined}
        >
          {t("year")}
        </LinkButton>
      )}
    </Group>
  );
}

function hasYear({ pupils }: ClassPageQuery["classPage"]): boolean {
  return pupils.some(({ subjects }) => subjects.some(({ yearMark, examMark, finalMark }) => yearMark ?? examMark ?? finalMark));
}

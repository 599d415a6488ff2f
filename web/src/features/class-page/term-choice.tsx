import { Group } from "@mantine/core";
import { getTranslations } from "next-intl/server";
import type { ClassPageQuery } from "@/graphql/generated/graphql";
import { LinkButton } from "@/ui/link-button";
import type { SchoolDate } from "@/ui/school-date";

/** The term whose marks are shown; the date above stays. */
export async function TermChoice({ page, today }: { page: ClassPageQuery["classPage"]; today: SchoolDate }) {
  const t = await getTranslations("classPage");
  const date = page.date === today ? "" : `&date=${page.date}`;
  return (
    <Group gap={6} mb="sm" component="nav" aria-label={t("terms")} data-print-hidden>
      {page.terms.map((term) => (
        <LinkButton
          key={term.id}
          href={`/classes/${page.classId}?term=${term.id}${date}`}
          variant={term.id === page.term.id ? "light" : "default"}
          size="sm"
          aria-current={term.id === page.term.id ? "page" : undefined}
        >
          {t(term.kind, { number: term.number })}
        </LinkButton>
      ))}
    </Group>
  );
}

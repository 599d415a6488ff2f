import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { PageModel } from "../page/page-model";

/** The headers of the columns at the right: on a term's page in general words, on that of the year by term. */
export function useSummaryNames({ summary, title }: Pick<PageModel, "summary" | "title">): string[] {
  const t = useTranslations("journalPage");
  return useMemo(
    () =>
      summary.map((column) => {
        if (column.shows === "average") return t("average");
        if (column.shows === "suggested") return t(column.kind === "TERM" ? "suggested" : `suggestedFor.${column.kind}`);
        if (column.kind !== "TERM") return t(`total.${column.kind}`);
        const term = title.terms.find(({ id }) => id === column.termId);
        const isAlone = summary.filter(({ shows }) => shows === "given").length === 1;
        return isAlone || !term ? t("termMark") : t(`term.${term.kind}`, { number: term.number });
      }),
    [summary, title, t],
  );
}

import { useTranslations } from "next-intl";
import { formatDayAndMonth } from "@/ui/school-date";
import { commaed, contentText, standing } from "../cells/cell-face";
import type { PageAssessment } from "../page/page-model";
import type { CellView } from "../store/cell-view";
import { isOverdue } from "./cell-marks";

/** What there is to say of a cell's marks beside what stands in it: until when a debt runs, what was corrected, of how many points. */
export function useMarkWords() {
  const t = useTranslations("journalPage.marks");
  return (view: Pick<CellView, "mark" | "retakes">, work: PageAssessment | null, today: string): string[] => {
    const marks = standing(view);
    const last = marks.at(-1);
    if (!last) return [];
    const before = marks.slice(0, -1).map(contentText).join(", ");
    const points = last.points && work ? t(`points.${work.scale}`, { points: commaed(last.points), most: work.maxPoints ?? 0 }) : "";
    const date = last.debtUntil ? formatDayAndMonth(last.debtUntil) : null;
    const debt = date === null ? t("debt") : t(isOverdue(last, today) ? "debtOverdue" : "debtUntil", { date });
    return [last.value === "DEBT" ? debt : "", before && t("retaken", { before }), points].filter((word) => word !== "");
  };
}

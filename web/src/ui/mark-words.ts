import { getTranslations } from "next-intl/server";
import type { WorkScale } from "@/graphql/generated/graphql";
import { formatDayAndMonth, type SchoolDate } from "./school-date";

/** A mark with what the family is told of it. */
export interface ToldMark {
  value: string;
  attempt: number;
  points: { points: string; most: number; scale: WorkScale } | null;
  debtUntil: SchoolDate | null;
}

/** What is said of one mark among those of its lesson: that it was corrected or corrects, its points, until when a debt runs. */
export async function markWords(mark: ToldMark, marks: readonly ToldMark[]): Promise<string[]> {
  const t = await getTranslations("words");
  const next = marks[marks.indexOf(mark) + 1];
  const isRetaken = next !== undefined && next.attempt === mark.attempt + 1;
  return [
    mark.debtUntil && t("debtUntil", { date: formatDayAndMonth(mark.debtUntil) }),
    mark.points && t(`points.${mark.points.scale}`, { points: mark.points.points.replace(".", ","), most: mark.points.most }),
    mark.attempt > 1 && t("retake"),
    isRetaken && t("retaken"),
  ].filter((word) => typeof word === "string" && word !== "") as string[];
}

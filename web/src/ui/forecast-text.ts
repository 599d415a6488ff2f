import type { useTranslations } from "next-intl";
import type { AssessmentKind, Outlook } from "@/graphql/generated/graphql";

type Texts = ReturnType<typeof useTranslations<"forecast">>;

export interface GradeOutlook {
  grade: number;
  outlook: Outlook;
  fewest: number | null;
  paths: { kinds: AssessmentKind[]; fives: number; same: number | null }[];
}

export interface SubjectOutlook {
  lessonsLeft: number;
  suggestion: { value: string; cause: string; missedLessons: number; heldLessons: number };
  grades: GradeOutlook[];
}

/** So many kinds of one weight are named one by one; more are «остальные работы». */
const NAMED_KINDS = 4;

/** «До 5: 2 пятёрки за контрольную или 4 пятёрки за остальные работы», or kindly why not any more. */
export function forecastText(t: Texts, forecast: GradeOutlook, { lessonsLeft, suggestion }: SubjectOutlook): string {
  const { grade, outlook, fewest, paths } = forecast;
  if (outlook === "MISSED_TOO_MUCH") return t("MISSED_TOO_MUCH", { missed: suggestion.missedLessons, held: suggestion.heldLessons });
  if (outlook === "TWO_BARS_FIVE") return t("TWO_BARS_FIVE");
  if (outlook === "TOO_FEW_LESSONS") {
    return fewest === null ? t("NEVER", { grade }) : t("TOO_FEW_LESSONS", { grade, fewest, left: lessonsLeft });
  }
  if (paths[0]?.fives === 0) return t("to", { grade, ways: t("attend") });
  const fewestFirst = paths.filter(({ fives }, at) => paths.findIndex((other) => other.fives === fives) === at || isNarrow(paths[at]!));
  const ways = fewestFirst.map(({ kinds, fives }) => wayText(t, t("fives", { count: fives }), kinds));
  return t("to", { grade, ways: ways.reduce((before, last) => t("or", { ways: before, last })) });
}

/** «или, без пятёрок, 5 четвёрок»: the same without a five, by the works for which it takes the fewest; null where it cannot be had so. */
export function sameGradeText(t: Texts, { grade, paths }: GradeOutlook): string | null {
  const path = paths.find(({ same }) => same !== null);
  if (grade === 5 || !path || path.same === null || path.fives === 0) return null;
  const marks = grade === 4 ? t("fours", { count: path.same }) : t("threes", { count: path.same });
  return isAll(path.kinds) ? t("same", { marks }) : t("sameFor", { marks, works: worksText(t, path.kinds) });
}

/** The forecast that a family asks about first: the next grade; without one yet, the best within reach. */
export function nextOutlook({ grades, suggestion }: SubjectOutlook): GradeOutlook | undefined {
  if (suggestion.cause !== "TOO_FEW_MARKS") return grades[0];
  return grades.findLast(({ outlook }) => outlook === "REACHABLE") ?? grades[0];
}

function wayText(t: Texts, marks: string, kinds: AssessmentKind[]): string {
  return isAll(kinds) ? t("wayAny", { marks }) : t("way", { marks, works: worksText(t, kinds) });
}

function worksText(t: Texts, kinds: AssessmentKind[]): string {
  return kinds.length > NAMED_KINDS ? t("otherWorks") : kinds.map((kind) => t(`workFor.${kind}`)).join(", ");
}

function isNarrow({ kinds }: { kinds: AssessmentKind[] }): boolean {
  return kinds.length <= NAMED_KINDS;
}

function isAll(kinds: AssessmentKind[]): boolean {
  return kinds.length === ALL_KINDS;
}

const ALL_KINDS = 13;

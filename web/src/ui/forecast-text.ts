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

/** So many kinds of one weight are named one by one in any case. */
const NAMED_KINDS = 4;

/** «До 5: 2 пятёрки за контрольную, диктант или 4 пятёрки за остальные работы», or kindly why not any more. */
export function forecastText(t: Texts, forecast: GradeOutlook, { lessonsLeft, suggestion }: SubjectOutlook): string {
  const { grade, outlook, fewest, paths } = forecast;
  if (outlook === "MISSED_TOO_MUCH") return t("MISSED_TOO_MUCH", { missed: suggestion.missedLessons, held: suggestion.heldLessons });
  if (outlook === "TWO_BARS_FIVE") return t("TWO_BARS_FIVE");
  if (outlook === "TOO_FEW_LESSONS") {
    return fewest === null ? t("NEVER", { grade }) : t("TOO_FEW_LESSONS", { grade, fewest, left: lessonsLeft });
  }
  if (paths[0]?.fives === 0) return t("to", { grade, ways: t("attend") });
  const wayOf = (path: Path): string => wayText(t, t("fives", { count: path.fives }), path, paths);
  const ways = joined(paths, ({ fives }) => fives).map(wayOf);
  return t("to", { grade, ways: ways.reduce((before, last) => t("or", { ways: before, last })) });
}

/** «или, без пятёрок, 5 четвёрок»: the same without a five, by the works for which it takes the fewest; null where it cannot be had so. */
export function sameGradeText(t: Texts, { grade, paths }: GradeOutlook): string | null {
  const [path] = joined(
    paths.filter(({ same }) => same !== null),
    ({ same }) => same,
  );
  if (grade === 5 || !path || path.same === null || path.fives === 0) return null;
  const marks = grade === 4 ? t("fours", { count: path.same }) : t("threes", { count: path.same });
  return isAll(path) ? t("same", { marks }) : t("sameFor", { marks, works: worksText(t, path, paths) });
}

/** The forecast that a family asks about first: the next grade; without one yet, the best within reach. */
export function nextOutlook({ grades, suggestion }: SubjectOutlook): GradeOutlook | undefined {
  if (suggestion.cause !== "TOO_FEW_MARKS") return grades[0];
  return grades.findLast(({ outlook }) => outlook === "REACHABLE") ?? grades[0];
}

type Path = GradeOutlook["paths"][number];

/** Works that take the same number are one way: of whatever weight. */
function joined(paths: Path[], count: (path: Path) => number | null): Path[] {
  const counts = [...new Set(paths.map(count))];
  return counts.map((one) => {
    const alike = paths.filter((path) => count(path) === one);
    return { ...alike[0]!, kinds: alike.flatMap(({ kinds }) => kinds) };
  });
}

function wayText(t: Texts, marks: string, path: Path, paths: Path[]): string {
  return isAll(path) ? t("wayAny", { marks }) : t("way", { marks, works: worksText(t, path, paths) });
}

/** Works of one weight by name; those of the weight that most kinds have are «остальные работы»: of two weights one is the rest. */
function worksText(t: Texts, path: Path, paths: Path[]): string {
  const isRest = path.kinds.length > NAMED_KINDS && paths.every(({ kinds }) => kinds.length <= path.kinds.length);
  return isRest ? t("otherWorks") : path.kinds.map((kind) => t(`workFor.${kind}`)).join(", ");
}

function isAll({ kinds }: Path): boolean {
  return kinds.length === ALL_KINDS;
}

const ALL_KINDS = 13;

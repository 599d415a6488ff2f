import { registerEnumType } from "type-graphql";
import type { Result } from "../marks/quality-figures";

export enum PupilCategory {
  EXCELLENT = "EXCELLENT",
  ONE_FOUR = "ONE_FOUR",
  GOOD = "GOOD",
  ONE_THREE = "ONE_THREE",
  SATISFACTORY = "SATISFACTORY",
  FAILING = "FAILING",
  NOT_ASSESSED = "NOT_ASSESSED",
  WITHOUT_MARKS = "WITHOUT_MARKS",
}
registerEnumType(PupilCategory, {
  name: "PupilCategory",
  description:
    "A pupil by the worst term mark over the subjects, never by the average: fives only; one four, the rest fives; fours and fives; one three, the rest better; " +
    "threes; a two, a one or no pass; н/а; nothing but «осв», passes or empty cells.",
});

/**
 * The pupil's category by the worst mark, where «н/а» is worse than a 2, as it weighs less in СОУ. Empty cells and «осв» tell nothing of a pupil; a
 * pass neither.
 */
export function pupilCategory(results: readonly Result[]): PupilCategory {
  const having = (...wanted: Result[]): number => results.filter((result) => wanted.includes(result)).length;
  if (having("NOT_ASSESSED") > 0) return PupilCategory.NOT_ASSESSED;
  if (having("2", "1", "FAIL") > 0) return PupilCategory.FAILING;
  const [threes, fours, fives] = [having("3"), having("4"), having("5")];
  if (threes > 0) return threes === 1 && fours + fives > 0 ? PupilCategory.ONE_THREE : PupilCategory.SATISFACTORY;
  if (fours > 0) return fours === 1 && fives > 0 ? PupilCategory.ONE_FOUR : PupilCategory.GOOD;
  return fives > 0 ? PupilCategory.EXCELLENT : PupilCategory.WITHOUT_MARKS;
}

/** The marks that made the category, and with «н/а» the twos besides: what is named beside the pupil. */
export function decidingResults(category: PupilCategory): readonly Result[] {
  switch (category) {
    case PupilCategory.NOT_ASSESSED:
      return ["NOT_ASSESSED", "2", "1", "FAIL"];
    case PupilCategory.FAILING:
      return ["2", "1", "FAIL"];
    case PupilCategory.ONE_THREE:
      return ["3"];
    case PupilCategory.ONE_FOUR:
      return ["4"];
    default:
      return [];
  }
}

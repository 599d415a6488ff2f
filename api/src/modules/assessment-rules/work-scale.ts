import { registerEnumType } from "type-graphql";
import { gradeByBands, type AssessmentRules } from "./assessment-rules";

export enum WorkScale {
  FIVE_POINT = "FIVE_POINT",
  TEN_POINT = "TEN_POINT",
  PERCENT = "PERCENT",
  POINTS = "POINTS",
}
registerEnumType(WorkScale, {
  name: "WorkScale",
  description: "How a work is counted: by marks, on the ten-point scale, in per cents, or in points out of the most that there are.",
});

/** A column's scale; `maxPoints` in hundredths, with POINTS only. */
export interface CountedScale {
  scale: WorkScale;
  maxHundredths: number | null;
}

/** The most that may be written on a scale, in hundredths; null: it is no scale of points. */
export function mostHundredths({ scale, maxHundredths }: CountedScale): number | null {
  if (scale === WorkScale.TEN_POINT) return 1_000;
  return scale === WorkScale.PERCENT ? 10_000 : maxHundredths;
}

/** The grade that the school's table gives for points in hundredths; points out of a maximum go by the table of per cents, exactly. */
export function gradeOfPoints(
  hundredths: number,
  { scale, maxHundredths }: CountedScale,
  { scales }: Pick<AssessmentRules, "scales">,
): number {
  if (scale === WorkScale.TEN_POINT) return gradeByBands(hundredths, scales.tenPoint);
  if (scale === WorkScale.PERCENT || maxHundredths === null) return gradeByBands(hundredths, scales.percent);
  const { five, four, three } = scales.percent;
  const scaled = { five: five * maxHundredths, four: four * maxHundredths, three: three * maxHundredths };
  return gradeByBands(hundredths * 10_000, scaled);
}

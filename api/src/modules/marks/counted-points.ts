import { Field, Float, ObjectType } from "type-graphql";
import { mostHundredths, WorkScale } from "../assessment-rules/work-scale";
import { pointsText } from "./mark-scale";

@ObjectType({ description: "What a grade was given for, where the work is counted in points: 15 of 20, 87 %.", simpleResolvers: true })
export class CountedPoints {
  @Field(() => String, { description: "The points as they were written: `87`, `7.5`." })
  points: string;

  @Field(() => Float, { description: "The most that there are: 10 on the ten-point scale, 100 with per cents." })
  most: number;

  @Field(() => WorkScale, { description: "How the work is counted." })
  scale: WorkScale;
}

/** The points of a mark as `countedPoints` packs them; null: it was given as a grade. */
export type PackedPoints = [hundredths: number, scale: WorkScale, mostHundredths: number | null] | null;

/** SQL: the points of a row of `mark` with the scale of its work (`PackedPoints`), for a list of JSON. */
export function countedPoints(mark: string, assessment: string): string {
  return `CASE WHEN ${mark}.points IS NOT NULL THEN json_build_array((${mark}.points * 100)::int, ${assessment}.scale, (${assessment}.max_points * 100)::int) END`;
}

/** The points of the contract from the packed ones. */
export function toCountedPoints(packed: PackedPoints): CountedPoints | null {
  if (!packed) return null;
  const [hundredths, scale, maxHundredths] = packed;
  const most = mostHundredths({ scale, maxHundredths });
  return most === null ? null : { points: pointsText(hundredths)!, most: most / 100, scale };
}

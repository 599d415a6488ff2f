import type { WorkScale } from "@/graphql/generated/graphql";
import type { MarkingScheme } from "./cell-value";

/** What may be typed into a column: marks of the journal's scheme, or points from 0 to the most. */
export interface ColumnScale {
  scheme: MarkingScheme;
  /** `FIVE_POINT` also where the journal's scheme has no points. */
  scale: WorkScale;
  /** The most points; null where marks are set. */
  most: number | null;
}

const MOST: Record<WorkScale, number | null> = { FIVE_POINT: null, TEN_POINT: 10, PERCENT: 100, POINTS: null };

/** The scale of a work; of a column that no work has yet, that of the journal. */
export function scaleOf(scheme: MarkingScheme, work: { scale: WorkScale; maxPoints: number | null } | null): ColumnScale {
  const scale = scheme === "FIVE_POINT" ? (work?.scale ?? "FIVE_POINT") : "FIVE_POINT";
  return { scheme, scale, most: scale === "FIVE_POINT" ? null : (MOST[scale] ?? work?.maxPoints ?? null) };
}

/** May these points stand, or what they begin become such («1» of «10»); halves and less only in points. */
export function fitsScale(points: string, { scale, most }: ColumnScale): boolean {
  if (most === null || !/^\d{1,4}([.,]\d{0,2})?$/.test(points)) return false;
  if (scale !== "POINTS" && /[.,]/.test(points)) return false;
  const value = Number(points.replace(",", "."));
  return value <= most && (scale !== "TEN_POINT" || value >= 1);
}

/** Points as the API writes them: «7.5», «87». */
export function pointsOf(typed: string): string {
  return String(Number(typed.replace(",", ".")));
}

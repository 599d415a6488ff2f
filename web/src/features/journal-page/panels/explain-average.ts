import type { RetakeRule } from "@/graphql/generated/graphql";
import { decimal } from "@/ui/decimal";
import { commaed, contentText, standing } from "../cells/cell-face";
import { retakeShares, WHOLE_SHARE } from "../cells/retake-shares";
import type { Column } from "../page/page-columns";
import type { RowView } from "../store/row-views";

export interface WeighedMark {
  column: Column;
  text: string;
  /** What the grade was given for, in a work counted in points. */
  points: string;
  weight: number;
  /** How much of it counts, in 2520ths: less where the work was taken again. */
  share: number;
}

/** How a pupil's average comes out of the marks on the page. */
export interface Explanation {
  marks: WeighedMark[];
  /** «5·2 + 4·1» */
  terms: string;
  weights: string;
  /** Two digits, «4.67»; null without any mark that counts. */
  average: string | null;
}

/** Σ(mark·weight·share) / Σ(weight·share), in whole numbers, so that it comes out the same everywhere. */
export function explainAverage(row: RowView, columns: readonly Column[], rule: RetakeRule): Explanation {
  const marks = row.cells.flatMap((cell, place): WeighedMark[] => {
    const column = columns[place];
    if (!column) return [];
    const attempts = standing(cell);
    const shares = retakeShares(
      attempts.map(({ value }) => (/^[1-5]$/.test(value ?? "") ? Number(value) : null)),
      rule,
    );
    return attempts.map((content, attempt) => ({
      column,
      text: contentText(content),
      points: content.value === "POINTS" ? "" : commaed(content.points),
      weight: column.assessment?.weight ?? 1,
      share: shares[attempt] ?? 0,
    }));
  });
  const counted = marks.filter(({ share }) => share > 0);
  const weights = counted.reduce((sum, mark) => sum + weightOf(mark), 0);
  const weighed = counted.reduce((sum, mark) => sum + Number(mark.text) * weightOf(mark), 0);
  return {
    marks,
    terms: counted.map(termOf).join(" + "),
    weights: decimal(weights / (100 * WHOLE_SHARE)),
    average: weights === 0 ? null : twoDigits(weighed, weights),
  };
}

/** In whole numbers: hundredths of the weight times the share. */
function weightOf({ weight, share }: WeighedMark): number {
  return Math.round(weight * 100) * share;
}

/** «4», «4·2», of a mark that shares its work with others «4·2:3». */
function termOf({ text, weight, share }: WeighedMark): string {
  const part = share < WHOLE_SHARE ? `:${WHOLE_SHARE / share}` : "";
  return weight === 1 ? text + part : `${text}·${decimal(weight)}${part}`;
}

/** Rounded half up by whole numbers: no binary fraction takes part. */
function twoDigits(weighed: number, weights: number): string {
  const rounded = Math.floor((weighed * 200 + weights) / (weights * 2));
  return `${Math.floor(rounded / 100)}.${String(rounded % 100).padStart(2, "0")}`;
}

import { markText } from "../cells/cell-value";
import type { Column } from "../page/page-columns";
import type { RowView } from "../store/row-views";

export interface WeighedMark {
  column: Column;
  text: string;
  weight: number;
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

/** Σ(mark·weight) / Σ(weight), in whole hundredths, so that it comes out the same everywhere. */
export function explainAverage(row: RowView, columns: readonly Column[]): Explanation {
  const marks = row.cells.flatMap((cell, place): WeighedMark[] => {
    const column = columns[place];
    return cell.mark.value === null || !column ? [] : [{ column, text: markText(cell.mark.value), weight: column.assessment?.weight ?? 1 }];
  });
  const counted = marks.filter(({ text }) => /^[1-5]$/.test(text));
  const hundredths = counted.reduce((sum, { weight }) => sum + Math.round(weight * 100), 0);
  const weighed = counted.reduce((sum, { text, weight }) => sum + Number(text) * Math.round(weight * 100), 0);
  return {
    marks,
    terms: counted.map(({ text, weight }) => (weight === 1 ? text : `${text}·${decimal(weight)}`)).join(" + "),
    weights: decimal(hundredths / 100),
    average: hundredths === 0 ? null : twoDigits(weighed, hundredths),
  };
}

export function decimal(value: number): string {
  return String(value).replace(".", ",");
}

/** Rounded half up by whole numbers: no binary fraction takes part. */
function twoDigits(weighed: number, hundredths: number): string {
  const rounded = Math.floor((weighed * 200 + hundredths) / (hundredths * 2));
  return `${Math.floor(rounded / 100)}.${String(rounded % 100).padStart(2, "0")}`;
}

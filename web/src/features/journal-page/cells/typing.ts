import type { Attempt, Typed } from "./cell-value";
import { fitsScale, pointsOf, type ColumnScale } from "./column-scale";
import { isPoint, isSlash, readKey, type Stroke } from "./read-key";

/** What has been typed into a cell and is not finished: the slash of a retake («/», «//»), the digits of points («87», «/7,5»). */
export type Typing = string;

/** What a stroke does: it waits for more, it says all, or it cannot stand on this scale. */
export type Step = { does: "WAITS"; typing: Typing } | { does: "SAYS"; typed: Typed } | { does: "REFUSED" };

/** What a stroke means after what was typed before it; null when it means nothing in a cell. */
export function stepOf(stroke: Stroke, typing: Typing, scale: ColumnScale): Step | null {
  if (typing !== "" && LEAVING.has(stroke.key)) {
    return { does: "WAITS", typing: stroke.key === "Backspace" ? typing.slice(0, -1) : "" };
  }
  if (isSlash(stroke)) return scale.scheme === "NONE" ? { does: "REFUSED" } : { does: "WAITS", typing: slashed(typing) };
  if (scale.most !== null && isOfNumber(stroke, typing)) {
    const longer = typing + (/^\d$/.test(stroke.key) ? stroke.key : ",");
    return fitsScale(numberOf(longer), scale) ? { does: "WAITS", typing: longer } : { does: "REFUSED" };
  }
  const meaning = readKey(stroke, scale.scheme);
  if (meaning === "MARK_NOT_IN_SCHEME") return { does: "REFUSED" };
  if (meaning === null) return null;
  return { does: "SAYS", typed: meaning.thing === "MARK" ? { ...meaning, ...attemptOf(typing) } : meaning };
}

/** What stands typed when the teacher goes on; null: nothing is said yet. */
export function endOf(typing: Typing): Typed | null {
  const points = numberOf(typing);
  return points === "" ? null : { thing: "MARK", value: "POINTS", points: pointsOf(points), ...attemptOf(typing) };
}

/** How a cell looks while something is typed into it. */
export function typingText(text: string, typing: Typing): string {
  return typing.startsWith("/") ? `${text}${typing}` : typing;
}

const LEAVING: ReadonlySet<string> = new Set(["Backspace", "Delete", "Escape"]);

/** «/» adds or changes the retake, «//» adds one more after it. */
function slashed(typing: Typing): Typing {
  return typing === "" ? "/" : typing === "/" ? "//" : typing;
}

function attemptOf(typing: Typing): { attempt?: Attempt } {
  if (!typing.startsWith("/")) return {};
  return { attempt: typing.startsWith("//") ? "FURTHER" : "RETAKE" };
}

function numberOf(typing: Typing): string {
  return typing.replace(/^\/+/, "");
}

function isOfNumber(stroke: Stroke, typing: Typing): boolean {
  if (/^\d$/.test(stroke.key)) return true;
  return numberOf(typing) !== "" && (isPoint(stroke) || stroke.key === ",");
}

import type { GivenView } from "../store/given-view";

/** What a term mark's cell says of itself by its looks. `comment`: it differs from the suggestion, and why is written. */
export function givenMarks({ content, state }: GivenView, isBlocked: boolean): string | undefined {
  const words = [state !== "SAVED" && state.toLowerCase(), content.reason !== null && "comment", !isBlocked && "open"];
  if (content.given === "2" || content.given === "1" || content.given === "FAIL" || content.given === "NOT_ASSESSED") words.push("low");
  return words.filter(Boolean).join(" ") || undefined;
}

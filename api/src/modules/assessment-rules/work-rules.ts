import { AssessmentKind } from "./assessment-kind";
import type { AssessmentRules, WorkRule } from "./assessment-rules";
import type { WorkRuleDocument } from "./rules-document";

/** Every kind of work with its weight as the contract tells it, in the order of the kinds. */
export function workRules({ works }: Pick<AssessmentRules, "works">): WorkRuleDocument[] {
  return Object.values(AssessmentKind).map((kind) => workRule(kind, works[kind]));
}

/** One kind of work with its weight as the contract tells it. */
export function workRule(kind: AssessmentKind, { weightHundredths, isLocked }: WorkRule): WorkRuleDocument {
  return { kind, weight: weightHundredths / 100, isLocked };
}

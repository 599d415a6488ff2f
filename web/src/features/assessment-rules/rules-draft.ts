import type { AssessmentRulesInput, RulesFieldsFragment } from "@/graphql/generated/graphql";

/** The rules as they are being edited: the input of the contract, without what a query adds. */
export type RulesDraft = Omit<AssessmentRulesInput, "works" | "subjects" | "leastMarks"> & {
  works: { kind: RulesFieldsFragment["works"][number]["kind"]; weight: number; isLocked: boolean }[];
  leastMarks: StepsDraft;
  subjects: SubjectDraft[];
};

export type BandsDraft = AssessmentRulesInput["bands"];
export type StepsDraft = { upToHours: number | null; marks: number }[];
export type WorksDraft = RulesDraft["works"];

export interface SubjectDraft {
  subjectId: string;
  bands: BandsDraft | null;
  leastMarks: StepsDraft | null;
  works: WorksDraft | null;
}

export function toDraft(rules: RulesFieldsFragment): RulesDraft {
  return withoutTypeNames(rules) as unknown as RulesDraft;
}

function withoutTypeNames(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutTypeNames);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).flatMap(([key, part]) => (key === "__typename" ? [] : [[key, withoutTypeNames(part)]])));
}

/** The day after a civil date. */
export function dayAfter(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

import type { Viewer } from "@/graphql/viewer";

/** The lists of questions: what a teacher is to answer, what is closed, what nobody answered in time, and one child's. */
export type QuestionListKind = "TO_ANSWER" | "CLOSED" | "OVERDUE";

/** The lists that the viewer has, that of their own work first. */
export function listKindsOf({ roles, leads }: Viewer): QuestionListKind[] {
  const holds = (...names: string[]) => roles.some(({ role }) => names.includes(role));
  const isOverseer = holds("DIRECTOR", "DEPUTY") || leads.length > 0;
  return [...(holds("TEACHER") ? (["TO_ANSWER", "CLOSED"] as const) : []), ...(isOverseer ? (["OVERDUE"] as const) : [])];
}

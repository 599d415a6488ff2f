import { registerEnumType } from "type-graphql";

export enum TermMarkKind {
  TERM = "TERM",
  YEAR = "YEAR",
  EXAM = "EXAM",
  FINAL = "FINAL",
}
registerEnumType(TermMarkKind, { name: "TermMarkKind", description: "A mark for a term, the year, an exam, or the final one." });

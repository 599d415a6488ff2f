import { registerEnumType } from "type-graphql";

export enum TermKind {
  QUARTER = "QUARTER",
  HALF_YEAR = "HALF_YEAR",
  TRIMESTER = "TRIMESTER",
}
registerEnumType(TermKind, { name: "TermKind", description: "How a class divides its year: quarters, half-years or trimesters." });

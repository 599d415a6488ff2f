import { registerEnumType } from "type-graphql";

/** What became of one cell of a list: one bad cell does not lose the others. */
export enum CellOutcome {
  SET = "SET",
  UNCHANGED = "UNCHANGED",
  CONFLICT = "CONFLICT",
  REFUSED = "REFUSED",
}
registerEnumType(CellOutcome, {
  name: "CellOutcome",
  description:
    "SET: written. UNCHANGED: it already stood so. CONFLICT: somebody changed it since the version named; how it stands now is in the answer. REFUSED: not allowed, see `code`.",
});

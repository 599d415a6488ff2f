import { registerEnumType } from "type-graphql";

export enum MarkingScheme {
  FIVE_POINT = "FIVE_POINT",
  PASS_FAIL = "PASS_FAIL",
  NONE = "NONE",
}
registerEnumType(MarkingScheme, {
  name: "MarkingScheme",
  description: "The scale of a journal: 2 to 5 (5 is best), pass or fail, or no marks.",
});

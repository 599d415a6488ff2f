import { registerEnumType } from "type-graphql";

export enum AssessmentKind {
  ORAL = "ORAL",
  CLASSWORK = "CLASSWORK",
  INDEPENDENT = "INDEPENDENT",
  CONTROL = "CONTROL",
  PRACTICAL = "PRACTICAL",
  LABORATORY = "LABORATORY",
  DICTATION = "DICTATION",
  ESSAY = "ESSAY",
  EXPOSITION = "EXPOSITION",
  HOMEWORK = "HOMEWORK",
  PROJECT = "PROJECT",
  TEST = "TEST",
  OTHER = "OTHER",
}
registerEnumType(AssessmentKind, { name: "AssessmentKind", description: "The kind of work that a column of marks is for." });

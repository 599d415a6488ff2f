import { registerEnumType } from "type-graphql";

export enum JournalKind {
  CLASS = "CLASS",
  GROUP = "GROUP",
  HOME = "HOME",
  INDIVIDUAL_GROUP = "INDIVIDUAL_GROUP",
  ELECTIVE = "ELECTIVE",
  EXTRACURRICULAR = "EXTRACURRICULAR",
  FAMILY = "FAMILY",
}
registerEnumType(JournalKind, {
  name: "JournalKind",
  description:
    "Whom a journal is of: a class, a group, a pupil taught at home, an individual or group lesson, an elective, extracurricular work, family education [1.4.1].",
});

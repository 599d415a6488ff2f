import { registerEnumType } from "type-graphql";

export enum LessonStatus {
  PLANNED = "PLANNED",
  HELD = "HELD",
  CANCELLED = "CANCELLED",
  MISSED = "MISSED",
}
registerEnumType(LessonStatus, {
  name: "LessonStatus",
  description: "PLANNED by the timetable, HELD and recorded, CANCELLED by a substitution, MISSED: not given.",
});

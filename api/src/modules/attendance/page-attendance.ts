import { Field, ID, Int, ObjectType } from "type-graphql";
import { AttendanceKind } from "./attendance-kind";

@ObjectType({ description: "One exception of attendance: a pupil without one was at the lesson.", simpleResolvers: true })
export class PageAttendance {
  @Field(() => ID, { description: "The lesson." })
  lessonId: string;

  @Field(() => ID, { description: "The pupil." })
  pupilId: string;

  @Field(() => AttendanceKind, { description: "What it was." })
  kind: AttendanceKind;

  @Field(() => Int, { nullable: true, description: "Minutes late, with LATE." })
  minutesLate: number | null;

  @Field(() => String, { nullable: true, description: "The reason, as the class teacher wrote it." })
  reason: string | null;

  @Field(() => Int, { description: "The version to name in a change." })
  version: number;
}

import { Field, ID, InputType, Int } from "type-graphql";
import { AttendanceKind } from "./attendance-kind";

@InputType({ description: "One pupil of the lesson." })
export class AttendanceCellInput {
  @Field(() => ID, { description: "The pupil." })
  pupilId: string;

  @Field(() => AttendanceKind, { nullable: true, description: "What it was; null withdraws the absence." })
  kind?: AttendanceKind | null;

  @Field(() => Int, { nullable: true, description: "Minutes late, 1 to 90; only with LATE, and may be left out there." })
  minutesLate?: number | null;

  @Field(() => String, { nullable: true, description: "The reason, at most 500 characters." })
  reason?: string | null;

  @Field(() => Int, { description: "The version that was seen; 0: no absence was seen there." })
  version: number;
}

@InputType({ description: "A list of pupils of one lesson, at most 200." })
export class SetAttendanceInput {
  @Field(() => ID, { description: "A UUID made by the client: sent again the operation answers the same and does nothing twice." })
  operationId: string;

  @Field(() => ID, { description: "The journal." })
  journalId: string;

  @Field(() => ID, { description: "The lesson." })
  lessonId: string;

  @Field(() => [AttendanceCellInput], { description: "The pupils; the answer holds one result for each, in this order." })
  cells: AttendanceCellInput[];
}

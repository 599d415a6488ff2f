import { Field, ID, Int, ObjectType } from "type-graphql";
import { ErrorCode } from "../../kernel/refusal";
import { CellOutcome } from "../lessons/cell-outcome";
import { PageAttendance } from "./page-attendance";

@ObjectType({ description: "What became of one pupil's attendance, and how it stands now.", simpleResolvers: true })
export class AttendanceCellResult {
  @Field(() => ID, { description: "The pupil." })
  pupilId: string;

  @Field(() => CellOutcome, { description: "What became of it." })
  outcome: CellOutcome;

  @Field(() => PageAttendance, { nullable: true, description: "As it stands now; null: the pupil was there." })
  attendance: PageAttendance | null;

  @Field(() => Int, { description: "The version now, also of a withdrawn absence; 0: nothing was ever there." })
  version: number;

  @Field(() => ErrorCode, { nullable: true, description: "Why it was refused, or CONFLICT." })
  code: ErrorCode | null;

  @Field(() => String, { nullable: true, description: "The same for people, in Russian: what to do." })
  message: string | null;
}

@ObjectType({ description: "One result for each pupil, in the order of the input.", simpleResolvers: true })
export class SetAttendancePayload {
  @Field(() => [AttendanceCellResult], { description: "The pupils." })
  cells: AttendanceCellResult[];
}

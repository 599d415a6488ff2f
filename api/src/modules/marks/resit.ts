import { Field, ID, Int, ObjectType } from "type-graphql";
import { LocalDate } from "../../kernel/scalars";
import { ErrorCode } from "../../kernel/refusal";
import { CellOutcome } from "../lessons/cell-outcome";

@ObjectType({ description: "The day on which a pupil who was absent at a control work is to write it [3.2.4].", simpleResolvers: true })
export class Resit {
  @Field(() => LocalDate, { description: "The day." })
  plannedOn: string;

  @Field(() => String, { nullable: true, description: "Where and when, what to repeat; the family reads it." })
  note: string | null;

  @Field(() => Int, { description: "The version to name in a change." })
  version: number;
}

@ObjectType({ description: "What became of one pupil's resit, and how it stands now.", simpleResolvers: true })
export class ResitResult {
  @Field(() => ID, { description: "The pupil." })
  pupilId: string;

  @Field(() => CellOutcome, { description: "What became of it." })
  outcome: CellOutcome;

  @Field(() => Resit, { nullable: true, description: "The resit as it stands now; null: none is planned." })
  resit: Resit | null;

  @Field(() => ErrorCode, { nullable: true, description: "Why it was refused, or CONFLICT." })
  code: ErrorCode | null;

  @Field(() => String, { nullable: true, description: "The same for people, in Russian: what to do." })
  message: string | null;
}

@ObjectType({ description: "One result for each pupil, in the order of the input.", simpleResolvers: true })
export class PlanResitsPayload {
  @Field(() => [ResitResult], { description: "The pupils." })
  resits: ResitResult[];
}

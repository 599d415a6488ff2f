import { Field, ID, InputType, Int } from "type-graphql";
import { LocalDate } from "../../kernel/scalars";

@InputType({ description: "One pupil's resit." })
export class ResitInput {
  @Field(() => ID, { description: "The pupil, who was absent at the work." })
  pupilId: string;

  @Field(() => LocalDate, { nullable: true, description: "The day, after the lesson's; null cancels the resit." })
  plannedOn?: string | null;

  @Field(() => String, { nullable: true, description: "At most 500 characters; the family reads it." })
  note?: string | null;

  @Field(() => Int, { description: "The version that was seen; 0: none was seen planned." })
  version: number;
}

@InputType({ description: "Resits of one control work: one date for all who were absent, or one by one; at most 200." })
export class PlanResitsInput {
  @Field(() => ID, { description: "A UUID made by the client: sent again the operation answers the same and does nothing twice." })
  operationId: string;

  @Field(() => ID, { description: "The journal." })
  journalId: string;

  @Field(() => ID, { description: "The lesson of the work." })
  lessonId: string;

  @Field(() => ID, { description: "The work's column, a mandatory one." })
  assessmentId: string;

  @Field(() => [ResitInput], { description: "The pupils; the answer holds one result for each, in this order." })
  resits: ResitInput[];
}

import { Field, ID, InputType, Int } from "type-graphql";
import { LocalDate } from "../../kernel/scalars";

@InputType({ description: "One cell to set." })
export class MarkCellInput {
  @Field(() => ID, { description: "The lesson." })
  lessonId: string;

  @Field(() => ID, {
    nullable: true,
    description: "The column; left out: the lesson's first column, made (an oral answer of weight 1) when there is none.",
  })
  assessmentId?: string | null;

  @Field(() => ID, { description: "The pupil." })
  pupilId: string;

  @Field(() => Int, {
    defaultValue: 1,
    description: "1, or for a retake (исправление) 2 and on, at most 9: it is set beside the mark before it, shown «2/4».",
  })
  attempt: number;

  @Field(() => String, {
    description:
      '"1" to "5", "PASS" or "FAIL", as the journal\'s scale has it; "DEBT": a debt (точка), the work is still to be handed in; under a work counted otherwise its points: "87", "7.5".',
  })
  value: string;

  @Field(() => LocalDate, {
    nullable: true,
    description: "With DEBT: the last day to hand the work in; left out: as many days from today as the school's rules say.",
  })
  debtUntil?: string | null;

  @Field(() => String, { nullable: true, description: "At most 500 characters; the family reads it. Left out: no comment." })
  comment?: string | null;

  @Field(() => Int, { description: "The version that was seen; 0: the cell was seen empty." })
  version: number;
}

@InputType({ description: "A column, a row or any cells of one journal, at most 200." })
export class SetMarksInput {
  @Field(() => ID, { description: "A UUID made by the client: sent again the operation answers the same and does nothing twice." })
  operationId: string;

  @Field(() => ID, { description: "The journal." })
  journalId: string;

  @Field(() => [MarkCellInput], { description: "The cells; the answer holds one result for each, in this order." })
  cells: MarkCellInput[];
}

@InputType({ description: "One cell to empty." })
export class ClearMarkInput {
  @Field(() => ID, { description: "A UUID made by the client: sent again the operation answers the same and does nothing twice." })
  operationId: string;

  @Field(() => ID, { description: "The journal." })
  journalId: string;

  @Field(() => ID, { description: "The lesson." })
  lessonId: string;

  @Field(() => ID, { description: "The column." })
  assessmentId: string;

  @Field(() => ID, { description: "The pupil." })
  pupilId: string;

  @Field(() => Int, { defaultValue: 1, description: "1, or which retake." })
  attempt: number;

  @Field(() => Int, { description: "The version that was seen." })
  version: number;
}

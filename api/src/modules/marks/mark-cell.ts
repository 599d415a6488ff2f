import { Field, ID, Int, ObjectType } from "type-graphql";
import { ErrorCode } from "../../kernel/refusal";
import { CellOutcome } from "../lessons/cell-outcome";
import { PageAssessment, PageMark } from "./page-mark";

@ObjectType({ description: "What became of one cell, and how it stands now.", simpleResolvers: true })
export class MarkCellResult {
  @Field(() => ID, { description: "The lesson." })
  lessonId: string;

  @Field(() => ID, { nullable: true, description: "The column; null when it was left out and none was made." })
  assessmentId: string | null;

  @Field(() => ID, { description: "The pupil." })
  pupilId: string;

  @Field(() => CellOutcome, { description: "What became of it." })
  outcome: CellOutcome;

  @Field(() => PageMark, { nullable: true, description: "The mark as it stands now; null: the cell is empty." })
  mark: PageMark | null;

  @Field(() => Int, { description: "The cell's version now, also of an emptied one; 0: nothing was ever there." })
  version: number;

  @Field(() => PageAssessment, { nullable: true, description: "The column as it stands now, also one that was just made." })
  assessment: PageAssessment | null;

  @Field(() => ErrorCode, { nullable: true, description: "Why it was refused, or CONFLICT." })
  code: ErrorCode | null;

  @Field(() => String, { nullable: true, description: "The same for people, in Russian: what to do." })
  message: string | null;

  /** With the pupil, what the average of the term hangs on; null for a lesson that is not there. */
  journalId: string;
  termId: string | null;
}

@ObjectType({ description: "One result for each cell, in the order of the input.", simpleResolvers: true })
export class SetMarksPayload {
  @Field(() => [MarkCellResult], { description: "The cells." })
  cells: MarkCellResult[];
}

@ObjectType({ description: "What became of the cell.", simpleResolvers: true })
export class ClearMarkPayload {
  @Field(() => MarkCellResult, { description: "The cell." })
  cell: MarkCellResult;
}

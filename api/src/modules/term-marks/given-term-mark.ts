import { Field, ID, Int, ObjectType } from "type-graphql";
import { ErrorCode } from "../../kernel/refusal";
import { CellOutcome } from "../lessons/cell-outcome";

@ObjectType({ description: "A mark for a term or the year, of an exam, or a final one, as it stands.", simpleResolvers: true })
export class GivenTermMark {
  @Field(() => String, { description: '"1" to "5", "PASS", "FAIL", "NOT_ASSESSED" (н/а) or "RELEASED" (осв).' })
  value: string;

  @Field(() => Int, { description: "The version to name in a change." })
  version: number;

  @Field(() => String, {
    nullable: true,
    description: "What the school's rules suggested when it was set, in the same values; null: nothing.",
  })
  suggested: string | null;

  @Field(() => String, { nullable: true, description: "Why it differs from the suggestion." })
  reason: string | null;
}

@ObjectType({ description: "What became of one pupil's term mark, and how it stands now.", simpleResolvers: true })
export class TermMarkCellResult {
  @Field(() => ID, { description: "The pupil." })
  pupilId: string;

  @Field(() => CellOutcome, { description: "What became of it." })
  outcome: CellOutcome;

  @Field(() => GivenTermMark, { nullable: true, description: "The mark as it stands now; null: there is none." })
  mark: GivenTermMark | null;

  @Field(() => Int, { description: "The cell's version now, also of an emptied one; 0: nothing was ever there." })
  version: number;

  @Field(() => String, {
    nullable: true,
    description: "What the rules suggest now, in the values of a mark; null: nothing, or it was not reckoned.",
  })
  suggested: string | null;

  @Field(() => ErrorCode, { nullable: true, description: "Why it was refused, or CONFLICT." })
  code: ErrorCode | null;

  @Field(() => String, { nullable: true, description: "The same for people, in Russian: what to do." })
  message: string | null;
}

@ObjectType({ description: "One result for each cell, in the order of the input.", simpleResolvers: true })
export class SetTermMarksPayload {
  @Field(() => [TermMarkCellResult], { description: "The cells." })
  cells: TermMarkCellResult[];
}

import { Field, ID, InputType, Int } from "type-graphql";
import { TermMarkKind } from "./term-mark-kind";

@InputType({ description: "One pupil's term mark to set, or to take away." })
export class TermMarkCellInput {
  @Field(() => ID, { description: "The pupil." })
  pupilId: string;

  @Field(() => String, {
    nullable: true,
    description:
      '"1" to "5", "PASS" or "FAIL", as the journal\'s scale has it, "NOT_ASSESSED" (н/а) or "RELEASED" (осв); null takes the mark away.',
  })
  value?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Why it differs from the suggestion: in Russian, at most 500 characters. Needed when it differs; the family reads it.",
  })
  reason?: string | null;

  @Field(() => Int, { description: "The version that was seen; 0: the cell was seen empty." })
  version: number;
}

@InputType({ description: "A column of term marks of one journal, at most 200." })
export class SetTermMarksInput {
  @Field(() => ID, { description: "A UUID made by the client: sent again the operation answers the same and does nothing twice." })
  operationId: string;

  @Field(() => ID, { description: "The journal." })
  journalId: string;

  @Field(() => TermMarkKind, { description: "For a term, the year, of an exam, or final." })
  kind: TermMarkKind;

  @Field(() => ID, { nullable: true, description: "The term, with the kind TERM; else left out." })
  termId?: string | null;

  @Field(() => [TermMarkCellInput], { description: "The cells; the answer holds one result for each, in this order." })
  cells: TermMarkCellInput[];
}

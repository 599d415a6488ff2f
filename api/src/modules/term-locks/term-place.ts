import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { TermKind } from "../calendar/term-kind";

@InputType({ description: "Where a term is closed or opened: in the whole school when neither class nor journal is named." })
export class TermPlaceInput {
  @Field(() => ID, { description: "The term." })
  termId: string;

  @Field(() => ID, { nullable: true, description: "One class." })
  classId?: string | null;

  @Field(() => ID, { nullable: true, description: "One journal." })
  journalId?: string | null;
}

@ObjectType({
  description: "Where a term is closed or opened: the whole school when neither class nor journal is named.",
  simpleResolvers: true,
})
export class TermPlace {
  @Field(() => ID, { description: "The term." })
  termId: string;

  @Field(() => TermKind, { description: "Quarter, half-year or trimester." })
  termKind: TermKind;

  @Field(() => Int, { description: "Its number in the year, from 1." })
  termNumber: number;

  @Field(() => ID, { nullable: true, description: "The class." })
  classId: string | null;

  @Field(() => ID, { nullable: true, description: "The journal." })
  journalId: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The class's label; of a journal the class's label, the group's or the pupil's name.",
  })
  className: string | null;

  @Field(() => String, { nullable: true, description: "The journal's subject." })
  subject: string | null;
}

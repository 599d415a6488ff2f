import { Field, ID, Int, ObjectType } from "type-graphql";
import { DateTime, LocalDate } from "../../kernel/scalars";
import { TermKind } from "./term-kind";

@ObjectType({ description: "A term as a page names it.", simpleResolvers: true })
export class TermCard {
  @Field(() => ID, { description: "The term's id." })
  id: string;

  @Field(() => TermKind, { description: "Quarter, half-year or trimester." })
  kind: TermKind;

  @Field(() => Int, { description: "Its number in the year, from 1." })
  number: number;

  @Field(() => LocalDate, { description: "The first day." })
  startsOn: string;

  @Field(() => LocalDate, { description: "The last day." })
  endsOn: string;

  @Field(() => Boolean, { description: "Is it closed for changes for this journal or class." })
  isClosed: boolean;

  @Field(() => DateTime, {
    nullable: true,
    description:
      "The term is closed, and the deputy has opened it here until then: what is written is marked late. Null: it is open as usual, or closed.",
  })
  openUntil: string | null;
}

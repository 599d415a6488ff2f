import { Field, ID, Int, ObjectType } from "type-graphql";
import { DateTime, LocalDate } from "../../kernel/scalars";
import { TermKind } from "../calendar/term-kind";
import { TermLock } from "./term-lock";

@ObjectType({ description: "A term of the board, and how it stands for the whole school.", simpleResolvers: true })
export class BoardTerm {
  @Field(() => ID, { description: "The term." })
  id: string;

  @Field(() => TermKind, { description: "Quarter, half-year or trimester." })
  kind: TermKind;

  @Field(() => Int, { description: "Its number in the year, from 1." })
  number: number;

  @Field(() => LocalDate, { description: "The first day." })
  startsOn: string;

  @Field(() => LocalDate, { description: "The last day." })
  endsOn: string;

  @Field(() => TermLock, { nullable: true, description: "The lock of the whole school." })
  lock: TermLock | null;

  @Field(() => DateTime, { nullable: true, description: "The lock of the whole school is opened until then." })
  openUntil: Date | null;

  @Field(() => Int, { description: "Requests that wait for an answer." })
  waiting: number;
}

@ObjectType({ description: "One class in one term of the board.", simpleResolvers: true })
export class BoardCell {
  @Field(() => ID, { description: "The term." })
  termId: string;

  @Field(() => Boolean, { description: "Closed for the class: by the lock of the school or its own." })
  isClosed: boolean;

  @Field(() => DateTime, { nullable: true, description: "Closed, and opened for the class until then." })
  openUntil: Date | null;

  @Field(() => TermLock, { nullable: true, description: "The class's own lock." })
  lock: TermLock | null;

  @Field(() => Int, { description: "Journals of the class that have a lock of their own." })
  closedJournals: number;

  @Field(() => Int, { description: "Journals of the class that are opened by an opening of their own." })
  openedJournals: number;

  @Field(() => Int, { description: "Requests of its journals that wait for an answer." })
  waiting: number;
}

@ObjectType({ description: "A class of the board.", simpleResolvers: true })
export class BoardClass {
  @Field(() => ID, { description: "The class." })
  id: string;

  @Field(() => String, { description: "Its label." })
  label: string;

  @Field(() => Int, { description: "1 to 11." })
  grade: number;

  @Field(() => [BoardCell], { description: "The terms that the class goes by, in their order." })
  cells: BoardCell[];
}

@ObjectType({
  description: "Which terms of the year are closed for which classes, and what is opened [3.4.4, 3.4.9].",
  simpleResolvers: true,
})
export class TermLockBoard {
  @Field(() => ID, { description: "The academic year: that of today, or the last one begun." })
  yearId: string;

  @Field(() => String, { description: "Its name, `2026/2027`." })
  yearName: string;

  @Field(() => Boolean, { description: "The year is closed: all of it is closed for good." })
  yearIsClosed: boolean;

  @Field(() => [BoardTerm], { description: "The terms of every kind that a class goes by, by kind and number." })
  terms: BoardTerm[];

  @Field(() => [BoardClass], { description: "The classes, by grade and label." })
  classes: BoardClass[];
}

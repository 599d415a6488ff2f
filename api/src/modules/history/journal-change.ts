import { Field, ID, Int, ObjectType } from "type-graphql";
import { connectionOf } from "../../kernel/connection";
import { DateTime, LocalDate } from "../../kernel/scalars";
import { HistoryChange, HistoryThing } from "../lessons/history-entry";

@ObjectType({ description: "One change of a thing, as history keeps it.", simpleResolvers: true })
export class ChangeStep {
  @Field(() => ID, { description: "Its number in the school's history." })
  id: string;

  @Field(() => DateTime, { description: "When." })
  at: Date;

  @Field(() => String, { nullable: true, description: "Who; null: an import." })
  actor: string | null;

  @Field(() => [HistoryChange], { description: "The fields that changed." })
  changes: HistoryChange[];
}

@ObjectType({
  description: "What became of one thing of a journal between two moments; one that stands again as it stood is not told.",
  simpleResolvers: true,
})
export class JournalChange {
  @Field(() => ID, { description: "The number of its last change in the school's history." })
  id: string;

  @Field(() => HistoryThing, { description: "What was changed." })
  thing: HistoryThing;

  @Field(() => ID, { nullable: true, description: "The lesson; null for a mark of a term or the year." })
  lessonId: string | null;

  @Field(() => LocalDate, { nullable: true, description: "The date of the lesson." })
  date: string | null;

  @Field(() => Int, { nullable: true, description: "The number of the lesson in its shift." })
  slot: number | null;

  @Field(() => ID, { nullable: true, description: "Whose mark or absence it is." })
  pupilId: string | null;

  @Field(() => String, { nullable: true, description: "Surname and given name of the pupil." })
  pupil: string | null;

  @Field(() => ID, { nullable: true, description: "The column of marks, for a mark and for the column itself." })
  assessmentId: string | null;

  @Field(() => Int, { nullable: true, description: "Of a mark: 1, or which retake." })
  attempt: number | null;

  @Field(() => ID, { nullable: true, description: "The term, for a mark of a term." })
  termId: string | null;

  @Field(() => DateTime, { description: "When it was changed last." })
  at: Date;

  @Field(() => String, { nullable: true, description: "Who changed it last; null: an import." })
  actor: string | null;

  @Field(() => [HistoryChange], { description: "The fields that differ between the two moments." })
  changes: HistoryChange[];

  @Field(() => Int, { description: "How often it was changed between them." })
  stepCount: number;

  @Field(() => [ChangeStep], { description: "The last changes, at most 20, newest first." })
  steps: ChangeStep[];
}

@ObjectType({ description: "A page of differences, last changed first.", simpleResolvers: true })
export class JournalChangeConnection extends connectionOf(JournalChange, "JournalChange") {}

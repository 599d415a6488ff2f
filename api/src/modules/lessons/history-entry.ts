import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { connectionOf } from "../../kernel/connection";
import { DateTime } from "../../kernel/scalars";

/** What was changed under a lesson. */
export enum HistoryThing {
  MARK = "MARK",
  ATTENDANCE = "ATTENDANCE",
  HOMEWORK = "HOMEWORK",
  LESSON = "LESSON",
  ASSESSMENT = "ASSESSMENT",
  TERM_MARK = "TERM_MARK",
  RESIT = "RESIT",
}
registerEnumType(HistoryThing, { name: "HistoryThing", description: "What a history entry tells of." });

@ObjectType({ description: 'One field of a change. Null is "was not there".', simpleResolvers: true })
export class HistoryChange {
  @Field(() => String, {
    description:
      "Which field: value, comment, kind, minutesLate, reason, text, dueOn, expectedMinutes, status, topic, planTopic (its number), number, weight, title, mandatory, plannedOn, note.",
  })
  field: string;

  @Field(() => String, { nullable: true, description: "What it was." })
  from: string | null;

  @Field(() => String, { nullable: true, description: "What it became." })
  to: string | null;
}

@ObjectType({ description: "One recorded change: who, when, from what, to what.", simpleResolvers: true })
export class HistoryEntry {
  @Field(() => ID, { description: "Its place in the school's history." })
  id: string;

  @Field(() => DateTime, { description: "When." })
  at: string;

  @Field(() => String, { nullable: true, description: "Who: Иванова М. П.; null: an import." })
  actor: string | null;

  @Field(() => HistoryThing, { description: "What was changed." })
  thing: HistoryThing;

  @Field(() => ID, { nullable: true, description: "Whose mark or absence it is." })
  pupilId: string | null;

  @Field(() => String, { nullable: true, description: "Surname and given name of the pupil." })
  pupil: string | null;

  @Field(() => ID, { nullable: true, description: "The column of marks, for a mark, a resit and the column itself." })
  assessmentId: string | null;

  @Field(() => Boolean, { description: "It was written after the term was closed, by the deputy's leave [3.4.9]." })
  isLate: boolean;

  @Field(() => [HistoryChange], { description: "The fields that changed." })
  changes: HistoryChange[];
}

@ObjectType({ description: "A page of history, newest first.", simpleResolvers: true })
export class HistoryConnection extends connectionOf(HistoryEntry, "History") {}

import { Field, ID, ObjectType } from "type-graphql";
import { connectionOf } from "../../kernel/connection";
import { DateTime, LocalDate } from "../../kernel/scalars";
import { HistoryChange, HistoryThing } from "../lessons/history-entry";

@ObjectType({ description: "Something written in a closed term by the deputy's leave.", simpleResolvers: true })
export class LateEntry {
  @Field(() => ID, { description: "Its place in the school's history." })
  id: string;

  @Field(() => DateTime, { description: "When." })
  at: string;

  @Field(() => String, { nullable: true, description: "Who: Иванова М. П." })
  actor: string | null;

  @Field(() => HistoryThing, { description: "What was written." })
  thing: HistoryThing;

  @Field(() => ID, { description: "The journal." })
  journalId: string;

  @Field(() => ID, { description: "The term." })
  termId: string;

  @Field(() => String, { description: "The subject." })
  subject: string;

  @Field(() => String, { description: "The class's label, the group's or the pupil's name." })
  className: string;

  @Field(() => ID, { nullable: true, description: "The lesson; null for a term mark." })
  lessonId: string | null;

  @Field(() => LocalDate, { nullable: true, description: "The lesson's date." })
  lessonDate: string | null;

  @Field(() => String, { nullable: true, description: "Surname and given name of the pupil." })
  pupil: string | null;

  @Field(() => [HistoryChange], { description: "The fields that changed." })
  changes: HistoryChange[];

  @Field(() => ID, { description: "The opening by which it was written." })
  openingId: string;

  @Field(() => String, { description: "The opening's reason." })
  openingReason: string;

  @Field(() => String, { nullable: true, description: "Who opened the term: Белова О. И." })
  openedBy: string | null;
}

@ObjectType({ description: "A page of late entries, newest first.", simpleResolvers: true })
export class LateEntryConnection extends connectionOf(LateEntry, "LateEntry") {}

import { Field, ID, ObjectType } from "type-graphql";
import { DateTime, LocalDate } from "../../kernel/scalars";
import { HistoryThing } from "../lessons/history-entry";
import { OpeningRequest } from "./opening-request";

@ObjectType({ description: "Something on a journal's page that was written after its term was closed.", simpleResolvers: true })
export class LatePlace {
  @Field(() => ID, { description: "Its place in the school's history." })
  id: string;

  @Field(() => HistoryThing, { description: "What was written." })
  thing: HistoryThing;

  @Field(() => DateTime, { description: "When." })
  at: string;

  @Field(() => String, { nullable: true, description: "Who: Иванова М. П." })
  actor: string | null;

  @Field(() => LocalDate, { nullable: true, description: "The lesson's date; null for a term mark." })
  lessonDate: string | null;

  @Field(() => String, { nullable: true, description: "Surname and given name of the pupil." })
  pupil: string | null;
}

@ObjectType({ description: "A cell of a journal's page whose value was written after the term was closed.", simpleResolvers: true })
export class LateCell {
  @Field(() => ID, { description: "The lesson." })
  lessonId: string;

  @Field(() => ID, { description: "The pupil." })
  pupilId: string;

  @Field(() => ID, { nullable: true, description: "The column of the mark; null: an absence." })
  assessmentId: string | null;
}

@ObjectType({
  description: "How a term stands for one journal: what closes it, what the viewer has asked for, what was written late [3.4.9].",
  simpleResolvers: true,
})
export class JournalTermLock {
  @Field(() => ID, { description: "The journal." })
  journalId: string;

  @Field(() => ID, { description: "The term." })
  termId: string;

  @Field(() => Boolean, { description: "Nothing can be written now." })
  isClosed: boolean;

  @Field(() => DateTime, { nullable: true, description: "Closed, and opened for the journal until then: what is written is marked late." })
  openUntil: string | null;

  @Field(() => Boolean, { description: "The year is closed: it is not opened any more." })
  yearIsClosed: boolean;

  @Field(() => Boolean, { description: "The viewer teaches the journal, and may ask for an opening." })
  mayAsk: boolean;

  @Field(() => OpeningRequest, { nullable: true, description: "The viewer's last request for this term of the journal." })
  request: OpeningRequest | null;

  @Field(() => [LatePlace], { description: "What was written late, the newest 50." })
  late: LatePlace[];

  @Field(() => [LateCell], { description: "The marks and absences of the term that stand as they were written late, all of them." })
  lateCells: LateCell[];
}

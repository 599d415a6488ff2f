import { Field, ID, Int, ObjectType } from "type-graphql";

@ObjectType({ description: "What a journal still lacks in a term that is to be closed.", simpleResolvers: true })
export class UnfinishedJournal {
  @Field(() => ID, { description: "The journal." })
  journalId: string;

  @Field(() => ID, { description: "The term." })
  termId: string;

  @Field(() => String, { description: "The subject." })
  subject: string;

  @Field(() => String, { description: "The class's label, the group's or the pupil's name." })
  className: string;

  @Field(() => [String], { description: "Who teaches it now: Иванова М. П." })
  teachers: string[];

  @Field(() => Int, { description: "Lessons of the term, up to today, whose topic is not recorded [2.7]." })
  lessonsWithoutTopic: number;

  @Field(() => Int, { description: "Pupils of the journal without a term mark; 0 where no marks are given." })
  pupilsWithoutTermMark: number;
}

@ObjectType({ description: "What closing a term would touch, and what is still missing there.", simpleResolvers: true })
export class ClosingPreview {
  @Field(() => Int, { description: "Journals that would be closed." })
  journals: number;

  @Field(() => Int, { description: "Openings that would end." })
  openings: number;

  @Field(() => Int, { description: "Requests that wait for an answer there." })
  waiting: number;

  @Field(() => Int, { description: "Lessons without a topic in all of them." })
  lessonsWithoutTopic: number;

  @Field(() => Int, { description: "Term marks that are not given in all of them." })
  pupilsWithoutTermMark: number;

  @Field(() => Int, { description: "Journals that lack something." })
  unfinishedJournals: number;

  @Field(() => [UnfinishedJournal], { description: "At most 100 of them, those with the most lessons without a topic first." })
  unfinished: UnfinishedJournal[];
}

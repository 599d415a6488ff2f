import { Field, Float, ID, Int, ObjectType } from "type-graphql";
import { LocalDate } from "../../kernel/scalars";
import { TermCard } from "../calendar/term-card";
import { TermSuggestion } from "../term-marks/term-suggestion";
import { AssessmentKind } from "../assessment-rules/assessment-kind";
import { CountedPoints } from "../marks/counted-points";

@ObjectType({ description: "A mark of the term, with its work.", simpleResolvers: true })
export class TermMarkCell {
  @Field(() => ID, { description: "The mark." })
  id: string;

  @Field(() => ID, { description: "The lesson." })
  lessonId: string;

  @Field(() => LocalDate, { description: "The lesson's date." })
  date: string;

  @Field(() => String, { description: '"1" to "5", "PASS", "FAIL", or "DEBT": a debt (точка), the work is still to be handed in.' })
  value: string;

  @Field(() => AssessmentKind, { description: "The kind of work." })
  kind: AssessmentKind;

  @Field(() => String, { nullable: true, description: "The title of the work." })
  title: string | null;

  @Field(() => Float, { description: "The weight in the average." })
  weight: number;

  @Field(() => Int, { description: "1; for a retake (исправление) 2 and on, shown «2/4»." })
  attempt: number;

  @Field(() => CountedPoints, { nullable: true, description: "The points that the grade was given for, where the work is counted so." })
  points: CountedPoints | null;

  @Field(() => LocalDate, { nullable: true, description: "With DEBT: the last day to hand the work in." })
  debtUntil: string | null;

  @Field(() => String, { nullable: true, description: "The topic of the lesson, once it is held." })
  topic: string | null;

  @Field(() => String, { nullable: true, description: "The teacher's comment." })
  comment: string | null;
}

@ObjectType({ description: "The mark of an earlier term of the year.", simpleResolvers: true })
export class PastTermMark {
  @Field(() => ID, { description: "The mark." })
  id: string;

  @Field(() => ID, { description: "The term." })
  termId: string;

  @Field(() => String, { description: "As it is written: «5», «н/а», «осв», «зч», «нз»." })
  value: string;
}

@ObjectType({
  description: "A subject of the pupil's term; the marks of a class that the pupil left are here too [1.4.7].",
  simpleResolvers: true,
})
export class PupilSubject {
  @Field(() => ID, { description: "The journal of the pupil's class or group, the latest one." })
  journalId: string;

  @Field(() => ID, {
    description: "The journal by whose marks the term mark is explained: that of the mark, else of home schooling, else the latest.",
  })
  explainedIn: string;

  @Field(() => String, { description: "The subject's name." })
  subject: string;

  @Field(() => [String], { description: "Who teaches it in this term." })
  teachers: string[];

  @Field(() => [TermMarkCell], { description: "By date." })
  marks: TermMarkCell[];

  @Field(() => String, { nullable: true, description: "Weighted mean of the term's grades: `4.33`." })
  average: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "The grade that the school's rules suggest; null: they suggest «н/а», or the journal has no grades.",
  })
  suggested: number | null;

  @Field(() => TermSuggestion, { nullable: true, description: "The suggested term mark with its cause; null in a journal without grades." })
  suggestion: TermSuggestion | null;

  @Field(() => String, { nullable: true, description: "The term mark as it is written: «5», «н/а», «осв», «зч», «нз»." })
  termMark: string | null;

  @Field(() => String, { nullable: true, description: "Why the term mark differs from what the school's rules suggested." })
  termMarkReason: string | null;

  @Field(() => ID, { nullable: true, description: "Its id, to ask about it." })
  termMarkId: string | null;

  @Field(() => String, { nullable: true, description: "The year's mark." })
  yearMark: string | null;

  @Field(() => String, { nullable: true, description: "The exam's mark." })
  examMark: string | null;

  @Field(() => String, { nullable: true, description: "The final mark." })
  finalMark: string | null;

  @Field(() => ID, { nullable: true, description: "Its id." })
  yearMarkId: string | null;

  @Field(() => [PastTermMark], { description: "Marks of the earlier terms of the year." })
  pastTermMarks: PastTermMark[];

  @Field(() => Int, { description: "Lessons of the subject missed in the term; late is not missed." })
  missedLessons: number;
}

@ObjectType({ description: "One pupil's marks of a term, by subject [4.2].", simpleResolvers: true })
export class PupilTerm {
  @Field(() => ID, { description: "The pupil." })
  pupilId: string;

  @Field(() => String, { description: "Surname and given name." })
  pupilName: string;

  @Field(() => String, { nullable: true, description: "The class." })
  classLabel: string | null;

  @Field(() => TermCard, { description: "The term shown." })
  term: TermCard;

  @Field(() => [TermCard], { description: "All terms of the class's year." })
  terms: TermCard[];

  @Field(() => [PupilSubject], { description: "In the school's order of subjects." })
  subjects: PupilSubject[];

  @Field(() => Int, { description: "Lessons missed in the term, for any reason." })
  missedLessons: number;

  @Field(() => Int, { description: "Those of them missed by sickness." })
  missedBySickness: number;

  @Field(() => Int, { description: "How often the pupil was late." })
  lateCount: number;
}

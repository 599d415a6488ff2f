import { Field, ID, Int, ObjectType } from "type-graphql";
import { DateTime, LocalDate, LocalTime } from "../../kernel/scalars";
import { RetakeRule } from "../assessment-rules/assessment-rules";
import { WorkRuleDocument } from "../assessment-rules/rules-document";
import { PageAttendance } from "../attendance/page-attendance";
import { TermCard } from "../calendar/term-card";
import { JournalKind } from "../journals/journal-kind";
import { MarkingScheme } from "../journals/marking-scheme";
import { LessonStatus } from "../lessons/lesson-status";
import { PageAssessment, PageMark } from "../marks/page-mark";
import { GivenTermMark } from "../term-marks/given-term-mark";
import { TermSuggestion } from "../term-marks/term-suggestion";

@ObjectType({ description: "A pupil's row of a journal page.", simpleResolvers: true })
export class PagePupil {
  @Field(() => ID, { description: "The pupil." })
  pupilId: string;

  @Field(() => String, { description: "Surname and given name." })
  name: string;

  @Field(() => LocalDate, { nullable: true, description: "First day in the class or group, when it is later than the term's start." })
  from: string | null;

  @Field(() => LocalDate, { nullable: true, description: "Last day, for one who left before the term's end." })
  to: string | null;

  @Field(() => String, { nullable: true, description: "Weighted mean of the term's grades, a decimal with two digits: `4.33`." })
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

  @Field(() => GivenTermMark, { nullable: true, description: "The same with what a change of it needs; null: there is none." })
  given: GivenTermMark | null;
}

@ObjectType({ description: "A lesson's column of a journal page.", simpleResolvers: true })
export class PageLesson {
  @Field(() => ID, { description: "The lesson." })
  id: string;

  @Field(() => LocalDate, { description: "The school's civil date." })
  date: string;

  @Field(() => Int, { description: "The number of the lesson in its shift." })
  slot: number;

  @Field(() => LocalTime, { nullable: true, description: "The bell of that day." })
  startsAt: string | null;

  @Field(() => LocalTime, { nullable: true, description: "The bell of that day." })
  endsAt: string | null;

  @Field(() => String, { nullable: true, description: "The room." })
  room: string | null;

  @Field(() => LessonStatus, { description: "Planned, held, cancelled or missed." })
  status: LessonStatus;

  @Field(() => String, { nullable: true, description: "The recorded topic [2.7, 3.2.3]." })
  topic: string | null;

  @Field(() => ID, { nullable: true, description: "The topic of the plan (КТП) that was taught." })
  planTopicId: string | null;

  @Field(() => String, { nullable: true, description: "Homework given on this lesson [3.2.6]." })
  homework: string | null;

  @Field(() => LocalDate, { nullable: true, description: "When it is due; null: the journal's next lesson." })
  homeworkDueOn: string | null;

  @Field(() => Int, { nullable: true, description: "Expected minutes of the homework." })
  homeworkMinutes: number | null;

  @Field(() => Int, { nullable: true, description: "The homework's version to name in a change; null: there was none yet." })
  homeworkVersion: number | null;

  @Field(() => Int, { description: "The lesson's version to name in a change." })
  version: number;

  @Field(() => DateTime, { nullable: true, description: "When it was recorded." })
  recordedAt: string | null;

  @Field(() => String, { description: "Who taught it, or who is to." })
  teacher: string;

  @Field(() => Boolean, { description: "May the viewer write in this lesson." })
  mayEdit: boolean;
}

@ObjectType({ description: "A topic of the plan (КТП).", simpleResolvers: true })
export class PageTopic {
  @Field(() => ID, { description: "The topic's id." })
  id: string;

  @Field(() => Int, { description: "Its number in the plan, from 1." })
  number: number;

  @Field(() => String, { description: "The topic." })
  title: string;

  @Field(() => String, { nullable: true, description: "The homework that the plan foresees." })
  homework: string | null;
}

@ObjectType({ description: "One journal over one term: the grid of pupils and lessons [1.4.1, 3.2.3].", simpleResolvers: true })
export class JournalPage {
  @Field(() => ID, { description: "The journal." })
  journalId: string;

  @Field(() => String, { description: "The subject's name." })
  subject: string;

  @Field(() => String, { description: "The class's label, the group's or the pupil's name." })
  className: string;

  @Field(() => JournalKind, { description: "Whom the journal is of." })
  kind: JournalKind;

  @Field(() => MarkingScheme, { description: "The scale of its marks." })
  markingScheme: MarkingScheme;

  @Field(() => Boolean, { description: "Topics of a foreign language may hold foreign words [2.7]." })
  isForeignLanguage: boolean;

  @Field(() => RetakeRule, { description: "Which marks of a work that was taken again (2/4) count." })
  retakes: RetakeRule;

  @Field(() => [WorkRuleDocument], { description: "The kinds of work with the school's weights, as they are for this subject." })
  works: WorkRuleDocument[];

  @Field(() => [String], { description: "Who teaches it in this term." })
  teachers: string[];

  @Field(() => Boolean, { description: "May the viewer write anything on this page." })
  mayEdit: boolean;

  @Field(() => Boolean, { description: "May the viewer give this term's marks, once their day has come." })
  mayGiveTermMarks: boolean;

  @Field(() => LocalDate, {
    description: "The first day on which the term's marks may be given; to one who left before, from the last day in the list.",
  })
  termMarksFrom: string;

  @Field(() => TermCard, { description: "The term shown." })
  term: TermCard;

  @Field(() => [TermCard], { description: "All terms of the journal's year." })
  terms: TermCard[];

  @Field(() => [PagePupil], { description: "Everybody who was here on any day of the term, by the Russian alphabet." })
  pupils: PagePupil[];

  @Field(() => [PageLesson], { description: "By date and slot." })
  lessons: PageLesson[];

  @Field(() => [PageAssessment], { description: "By lesson and number." })
  assessments: PageAssessment[];

  @Field(() => [PageMark], { description: "Only marks that are set." })
  marks: PageMark[];

  @Field(() => [PageAttendance], { description: "Only the exceptions." })
  attendance: PageAttendance[];

  @Field(() => [PageTopic], { description: "Topics of the plan (КТП), by number." })
  planTopics: PageTopic[];
}

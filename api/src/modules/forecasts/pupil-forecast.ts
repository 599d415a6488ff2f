import { Field, Float, ID, Int, ObjectType } from "type-graphql";
import { AssessmentKind } from "../assessment-rules/assessment-kind";
import { TermCard } from "../calendar/term-card";
import { TermSuggestion } from "../term-marks/term-suggestion";
import { Outlook } from "./forecast";

@ObjectType({ description: "A way to a grade by works of one weight alone.", simpleResolvers: true })
export class ForecastPath {
  @Field(() => [AssessmentKind], { description: "The kinds of work of this weight." })
  kinds: AssessmentKind[];

  @Field(() => Float, { description: "Their weight in the average." })
  weight: number;

  @Field(() => Int, { description: "The fewest further fives that lead there; 0: the marks are there, no more lessons may be missed." })
  fives: number;

  @Field(() => Int, {
    nullable: true,
    description: "The fewest further marks of the wanted grade itself; null: they do not lead there in the lessons that are left.",
  })
  same: number | null;
}

@ObjectType({ description: "What leads to a grade for the term by its end [3.3.4].", simpleResolvers: true })
export class ForecastGrade {
  @Field(() => Int, { description: "The wanted grade." })
  grade: number;

  @Field(() => Outlook, { description: "Is it within reach, and why not." })
  outlook: Outlook;

  @Field(() => Int, {
    nullable: true,
    description: "The fewest fives for the weightiest works, however many lessons are left; null: no number of them leads there.",
  })
  fewest: number | null;

  @Field(() => [ForecastPath], { description: "The heaviest works first; empty unless the grade is within reach." })
  paths: ForecastPath[];
}

@ObjectType({ description: "The forecast of a pupil's term in one subject that has grades.", simpleResolvers: true })
export class SubjectForecast {
  @Field(() => ID, { description: "The journal of the pupil's class or group, the latest one." })
  journalId: string;

  @Field(() => String, { description: "The subject's name." })
  subject: string;

  @Field(() => [String], { description: "Who teaches it." })
  teachers: string[];

  @Field(() => String, { nullable: true, description: "Weighted mean of the term's grades: `4.33`." })
  average: string | null;

  @Field(() => TermSuggestion, { description: "What the school's rules suggest now." })
  suggestion: TermSuggestion;

  @Field(() => String, { nullable: true, description: "The term mark that is given already; then there is no forecast." })
  termMark: string | null;

  @Field(() => Int, { description: "Lessons planned from today to the end of the term: each can bring one mark." })
  lessonsLeft: number;

  @Field(() => [ForecastGrade], { description: "The grades above the one that is suggested now, the nearest first." })
  grades: ForecastGrade[];
}

@ObjectType({ description: "What a pupil needs for each grade of a term, by subject [3.3.4].", simpleResolvers: true })
export class PupilForecast {
  @Field(() => ID, { description: "The pupil." })
  pupilId: string;

  @Field(() => TermCard, { description: "The term." })
  term: TermCard;

  @Field(() => Boolean, { description: "The term's last day is past: nothing is forecast any more." })
  isOver: boolean;

  @Field(() => [SubjectForecast], { description: "Subjects with grades, in the school's order." })
  subjects: SubjectForecast[];
}

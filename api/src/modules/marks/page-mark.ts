import { Field, Float, ID, Int, ObjectType } from "type-graphql";
import { LocalDate } from "../../kernel/scalars";
import { AssessmentKind } from "../assessment-rules/assessment-kind";
import { WorkScale } from "../assessment-rules/work-scale";

@ObjectType({ description: "A column of marks under a lesson.", simpleResolvers: true })
export class PageAssessment {
  @Field(() => ID, { description: "The column's id." })
  id: string;

  @Field(() => ID, { description: "The lesson." })
  lessonId: string;

  @Field(() => Int, { description: "The column's place under the lesson, from 1." })
  number: number;

  @Field(() => AssessmentKind, { description: "The kind of work." })
  kind: AssessmentKind;

  @Field(() => Float, { description: "The weight in the average, 1 by default; at most two decimals." })
  weight: number;

  @Field(() => String, { nullable: true, description: "The title of the work." })
  title: string | null;

  @Field(() => Boolean, { description: "Must every pupil present have a mark [3.2.4]." })
  mandatory: boolean;

  @Field(() => WorkScale, { description: "How the work is counted; its points become grades by the school's table." })
  scale: WorkScale;

  @Field(() => Float, { nullable: true, description: "With POINTS: the most points; at most two decimals." })
  maxPoints: number | null;
}

@ObjectType({ description: "A mark that is set.", simpleResolvers: true })
export class PageMark {
  @Field(() => ID, { description: "The column." })
  assessmentId: string;

  @Field(() => ID, { description: "The lesson." })
  lessonId: string;

  @Field(() => ID, { description: "The pupil." })
  pupilId: string;

  @Field(() => String, { description: '"1" to "5", "PASS", "FAIL", or "DEBT": a debt (точка), the work is still to be handed in.' })
  value: string;

  @Field(() => String, {
    nullable: true,
    description: "The points that the grade was given for, where the work is counted so: `87`, `7.5`.",
  })
  points: string | null;

  @Field(() => LocalDate, { nullable: true, description: "With DEBT: the last day to hand the work in." })
  debtUntil: string | null;

  @Field(() => String, { nullable: true, description: "The teacher's comment; the family reads it." })
  comment: string | null;

  @Field(() => Int, { description: "The version to name in a change." })
  version: number;

  @Field(() => Int, { description: "1; for a retake (исправление) 2 and on, shown «2/4»: the first mark stays beside it." })
  attempt: number;
}

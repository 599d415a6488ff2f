import { Field, Float, ID, InputType, Int, ObjectType } from "type-graphql";
import { AssessmentKind } from "../assessment-rules/assessment-kind";
import { WorkScale } from "../assessment-rules/work-scale";

@InputType({ description: "A column of marks of the lesson." })
export class AssessmentInput {
  @Field(() => ID, { description: "A UUID made by the client for a new column, or the id of one that is there." })
  id: string;

  @Field(() => AssessmentKind, { description: "The kind of work." })
  kind: AssessmentKind;

  @Field(() => String, {
    nullable: true,
    description: "The title of the work, in Russian [2.7]; left out: the lesson's topic stands for it.",
  })
  title?: string | null;

  @Field(() => Float, {
    nullable: true,
    description:
      "The weight in the average: above 0, at most 99.99, at most two decimals; left out: that of the kind by the school's rules.",
  })
  weight?: number | null;

  @Field(() => Boolean, { defaultValue: false, description: "Must every pupil present have a mark [3.2.4]." })
  mandatory: boolean;

  @Field(() => WorkScale, {
    defaultValue: WorkScale.FIVE_POINT,
    description: "How the work is counted; it can't change any more once a mark was set.",
  })
  scale: WorkScale;

  @Field(() => Float, { nullable: true, description: "With POINTS: the most points, above 0, at most 9999, at most two decimals." })
  maxPoints?: number | null;
}

@InputType({ description: "The lesson as it was held." })
export class RecordLessonInput {
  @Field(() => ID, { description: "A UUID made by the client: sent again the operation answers the same and does nothing twice." })
  operationId: string;

  @Field(() => ID, { description: "The journal." })
  journalId: string;

  @Field(() => ID, { description: "The lesson." })
  lessonId: string;

  @Field(() => Int, { description: "The version that the teacher saw." })
  version: number;

  @Field(() => String, { description: "The topic, in Russian [2.7], at most 500 characters." })
  topic: string;

  @Field(() => ID, { nullable: true, description: "The topic of the journal's plan (КТП) that was taught." })
  planTopicId?: string | null;

  @Field(() => [AssessmentInput], {
    nullable: true,
    description: "All columns of the lesson, at most 9; left out: unchanged. One that marks were set in can't be taken away.",
  })
  assessments?: AssessmentInput[] | null;
}

@ObjectType({ description: "The lesson as it stands now.", simpleResolvers: true })
export class RecordLessonPayload {
  lessonId: string;
}

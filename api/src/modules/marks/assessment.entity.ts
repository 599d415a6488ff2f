import { Field, Float, ID, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { AssessmentKind } from "../assessment-rules/assessment-kind";
import { WorkScale } from "../assessment-rules/work-scale";

@Entity("assessment")
@ObjectType({ description: "A column of marks under a lesson.", simpleResolvers: true })
export class Assessment {
  @PrimaryColumn("uuid", { name: "school_id" })
  schoolId: string;

  @PrimaryColumn("uuid")
  @Field(() => ID, { description: "The column's id." })
  id: string;

  @Column("uuid", { name: "lesson_id" })
  lessonId: string;

  @Column("smallint")
  @Field(() => Int, { description: "The column's place under the lesson, from 1." })
  number: number;

  @Column("text")
  @Field(() => AssessmentKind, { description: "The kind of work." })
  kind: AssessmentKind;

  @Column("numeric", { transformer: { from: Number, to: String } })
  @Field(() => Float, { description: "The weight in the average, 1 by default; at most two decimals." })
  weight: number;

  @Column("text", { nullable: true })
  @Field(() => String, { nullable: true, description: "The title of the work." })
  title: string | null;

  @Column("boolean")
  @Field(() => Boolean, { description: "Must every pupil present have a mark [3.2.4]." })
  mandatory: boolean;

  @Column("text")
  @Field(() => WorkScale, { description: "How the work is counted; its points become grades by the school's table." })
  scale: WorkScale;

  @Column("numeric", {
    name: "max_points",
    nullable: true,
    transformer: { from: (value: string | null) => (value === null ? null : Number(value)), to: String },
  })
  @Field(() => Float, { nullable: true, description: "With POINTS: the most points." })
  maxPoints: number | null;
}

import { Field, ID, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { DateTime } from "../../kernel/scalars";

@Entity("mark")
@ObjectType({ description: "A mark that is set: one pupil's result in one column [3.2.3].", simpleResolvers: true })
export class Mark {
  @PrimaryColumn("uuid", { name: "school_id" })
  schoolId: string;

  @PrimaryColumn("uuid")
  @Field(() => ID, { description: "The mark's id." })
  id: string;

  @Column("uuid", { name: "assessment_id" })
  @Field(() => ID, { description: "The column." })
  assessmentId: string;

  @Column("uuid", { name: "lesson_id" })
  lessonId: string;

  @Column("uuid", { name: "journal_id" })
  journalId: string;

  @Column("uuid", { name: "pupil_id" })
  pupilId: string;

  @Column("smallint")
  @Field(() => Int, { description: "1; for a retake (исправление) 2 and on: the first mark stays beside it." })
  attempt: number;

  @Column("smallint", { nullable: true })
  grade: number | null;

  /** Of `grade` and `passed` one is there; neither: the mark was cleared. */
  @Column("boolean", { nullable: true })
  passed: boolean | null;

  @Column("text", { nullable: true })
  @Field(() => String, { nullable: true, description: "The teacher's comment; the family reads it." })
  comment: string | null;

  @Column("integer")
  @Field(() => Int, { description: "The version to name in a change." })
  version: number;

  @Column("timestamptz", { name: "set_at" })
  @Field(() => DateTime, { description: "When it was set or last changed." })
  setAt: Date;

  @Field(() => String, { description: '"1" to "5" (5 is best), "PASS" or "FAIL".' })
  get value(): string {
    return this.grade === null ? (this.passed ? "PASS" : "FAIL") : String(this.grade);
  }
}

import { Field, ID, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { AttendanceKind } from "./attendance-kind";

@Entity("attendance")
@ObjectType({ description: "An exception of attendance: a pupil without one was at the lesson [3.2.3].", simpleResolvers: true })
export class Attendance {
  @PrimaryColumn("uuid", { name: "school_id" })
  schoolId: string;

  @PrimaryColumn("uuid")
  @Field(() => ID, { description: "The exception's id." })
  id: string;

  @Column("uuid", { name: "lesson_id" })
  lessonId: string;

  @Column("uuid", { name: "journal_id" })
  journalId: string;

  @Column("uuid", { name: "pupil_id" })
  pupilId: string;

  /** Null in the table for a withdrawn absence, which never comes into the graph. */
  @Column("text", { nullable: true })
  @Field(() => AttendanceKind, { description: "What it was." })
  kind: AttendanceKind;

  @Column("smallint", { name: "minutes_late", nullable: true })
  @Field(() => Int, { nullable: true, description: "Minutes late, with LATE." })
  minutesLate: number | null;

  @Column("text", { nullable: true })
  @Field(() => String, { nullable: true, description: "The reason, as the class teacher wrote it." })
  reason: string | null;

  @Column("integer")
  @Field(() => Int, { description: "The version to name in a change." })
  version: number;
}

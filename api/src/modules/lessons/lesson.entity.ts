import { Field, ID, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { connectionOf } from "../../kernel/connection";
import { DateTime, LocalDate, LocalTime } from "../../kernel/scalars";
import { LessonStatus } from "./lesson-status";

@Entity("lesson")
@ObjectType({ description: "One lesson of a journal: a date and a slot, its topic, and who gave it [1.4.4].", simpleResolvers: true })
export class Lesson {
  @PrimaryColumn("uuid", { name: "school_id" })
  schoolId: string;

  @PrimaryColumn("uuid")
  @Field(() => ID, { description: "The lesson's id." })
  id: string;

  @Column("uuid", { name: "journal_id" })
  journalId: string;

  @Column("date")
  @Field(() => LocalDate, { description: "The civil date." })
  date: string;

  @Column("smallint")
  @Field(() => Int, { description: "The number of the lesson in the day's bells, from 0." })
  slot: number;

  @Column("time", { name: "starts_at", nullable: true })
  @Field(() => LocalTime, { nullable: true, description: "When it starts by the bells of that day." })
  startsAt: string | null;

  @Column("time", { name: "ends_at", nullable: true })
  @Field(() => LocalTime, { nullable: true, description: "When it ends by the bells of that day." })
  endsAt: string | null;

  @Column("text")
  @Field(() => LessonStatus, { description: "Planned, held, cancelled or missed." })
  status: LessonStatus;

  /** By the timetable. */
  @Column("uuid", { name: "teacher_id" })
  teacherId: string;

  /** Who really gave the lesson; null until it is recorded. */
  @Column("uuid", { name: "taught_by", nullable: true })
  taughtBy: string | null;

  @Column("text", { nullable: true })
  @Field(() => String, { nullable: true, description: "The room." })
  room: string | null;

  @Column("text", { nullable: true })
  @Field(() => String, { nullable: true, description: "The topic, in Russian [2.7]; null until the lesson is recorded." })
  topic: string | null;

  @Column("timestamptz", { name: "recorded_at", nullable: true })
  @Field(() => DateTime, { nullable: true, description: "When it was recorded in the journal; null until then." })
  recordedAt: Date | null;

  @Column("integer")
  @Field(() => Int, { description: "The version to name in a change." })
  version: number;
}

@ObjectType({ description: "A page of lessons.", simpleResolvers: true })
export class LessonConnection extends connectionOf(Lesson, "Lesson") {}

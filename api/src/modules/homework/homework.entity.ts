import { Field, ID, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { LocalDate } from "../../kernel/scalars";

@Entity("homework")
@ObjectType({ description: "Homework given on a lesson [1.4.4].", simpleResolvers: true })
export class Homework {
  @PrimaryColumn("uuid", { name: "school_id" })
  schoolId: string;

  @PrimaryColumn("uuid")
  @Field(() => ID, { description: "The homework's id." })
  id: string;

  @Column("uuid", { name: "lesson_id" })
  lessonId: string;

  @Column("uuid", { name: "journal_id" })
  journalId: string;

  @Column("text")
  @Field(() => String, { description: "What is to be done, at most 4,000 characters." })
  text: string;

  @Column("date", { name: "due_on", nullable: true })
  @Field(() => LocalDate, { nullable: true, description: "The date it is due; null: the journal's next lesson." })
  dueOn: string | null;

  @Column("smallint", { name: "expected_minutes", nullable: true })
  @Field(() => Int, { nullable: true, description: "How long it should take, in minutes." })
  expectedMinutes: number | null;

  @Column("integer")
  @Field(() => Int, { description: "The version to name in a change." })
  version: number;
}

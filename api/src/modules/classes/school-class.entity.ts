import { Field, ID, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { TermKind } from "../calendar/term-kind";

@Entity("school_class")
@ObjectType({ description: "A class of one school year: 5«А».", simpleResolvers: true })
export class SchoolClass {
  @PrimaryColumn("uuid", { name: "school_id" })
  schoolId: string;

  @PrimaryColumn("uuid")
  @Field(() => ID, { description: "The class's id." })
  id: string;

  @Column("uuid", { name: "academic_year_id" })
  academicYearId: string;

  @Column("smallint")
  @Field(() => Int, { description: "The grade, 1 to 11." })
  grade: number;

  @Column("text")
  @Field(() => String, { description: "The label as the school writes it: 5«А», 10 ИТ." })
  label: string;

  @Column("text", { name: "term_kind" })
  @Field(() => TermKind, { description: "Which terms divide its year." })
  termKind: TermKind;

  @Column("smallint", { name: "week_days" })
  @Field(() => Int, { description: "School days in its week, 5 or 6." })
  weekDays: number;
}

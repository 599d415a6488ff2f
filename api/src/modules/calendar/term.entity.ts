import { Field, ID, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { LocalDate } from "../../kernel/scalars";
import { TermKind } from "./term-kind";

@Entity("term")
@ObjectType({ description: "A quarter, half-year or trimester of a school year.", simpleResolvers: true })
export class Term {
  @PrimaryColumn("uuid", { name: "school_id" })
  schoolId: string;

  @PrimaryColumn("uuid")
  @Field(() => ID, { description: "The term's id." })
  id: string;

  @Column("uuid", { name: "academic_year_id" })
  academicYearId: string;

  @Column("text")
  @Field(() => TermKind, { description: "Quarter, half-year or trimester." })
  kind: TermKind;

  @Column("smallint")
  @Field(() => Int, { description: "Its number among the terms of its kind, from 1." })
  number: number;

  @Column("date", { name: "starts_on" })
  @Field(() => LocalDate, { description: "The first day." })
  startsOn: string;

  @Column("date", { name: "ends_on" })
  @Field(() => LocalDate, { description: "The last day." })
  endsOn: string;
}

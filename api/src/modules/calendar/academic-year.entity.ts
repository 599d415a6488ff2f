import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { LocalDate } from "../../kernel/scalars";

export enum AcademicYearStatus {
  DRAFT = "DRAFT",
  CURRENT = "CURRENT",
  CLOSED = "CLOSED",
}
registerEnumType(AcademicYearStatus, {
  name: "AcademicYearStatus",
  description: "DRAFT while the year is prepared, CURRENT (at most one year), CLOSED after its rollover.",
});

@Entity("academic_year")
@ObjectType({ description: "A school year with its terms.", simpleResolvers: true })
export class AcademicYear {
  @PrimaryColumn("uuid", { name: "school_id" })
  schoolId: string;

  @PrimaryColumn("uuid")
  @Field(() => ID, { description: "The year's id." })
  id: string;

  @Column("text")
  @Field(() => String, { description: "The name: 2026/2027." })
  name: string;

  @Column("date", { name: "starts_on" })
  @Field(() => LocalDate, { description: "The first day." })
  startsOn: string;

  @Column("date", { name: "ends_on" })
  @Field(() => LocalDate, { description: "The last day." })
  endsOn: string;

  @Column("text")
  @Field(() => AcademicYearStatus, { description: "Prepared, current or closed." })
  status: AcademicYearStatus;
}

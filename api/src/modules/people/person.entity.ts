import { registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

export enum Sex {
  MALE = "MALE",
  FEMALE = "FEMALE",
}
registerEnumType(Sex, { name: "Sex", description: "As in the pupil's file." });

/** One person may be a pupil, a guardian and staff at once, with the same id in each table. */
@Entity("person")
export class Person {
  @PrimaryColumn("uuid", { name: "school_id" })
  schoolId: string;

  @PrimaryColumn("uuid")
  id: string;

  @Column("text")
  surname: string;

  @Column("text", { name: "given_name" })
  givenName: string;

  @Column("text", { nullable: true })
  patronymic: string | null;

  @Column("text", { nullable: true })
  sex: Sex | null;

  @Column("date", { name: "born_on", nullable: true })
  bornOn: string | null;

  @Column("text", { nullable: true })
  email: string | null;

  @Column("text", { nullable: true })
  phone: string | null;
}

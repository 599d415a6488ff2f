import { Field, ObjectType } from "type-graphql";
import { Column, Entity } from "typeorm";
import { connectionOf, type CountedPage } from "../../kernel/connection";
import { NamedPerson } from "./named-person";

@Entity("staff")
@ObjectType({ description: "A member of staff, now or before.", simpleResolvers: true })
export class Staff extends NamedPerson {
  @Column("text")
  @Field(() => String, { description: "The position: «учитель математики»." })
  position: string;

  @Column("date", { name: "hired_on" })
  hiredOn: string;

  /** The last day of work. */
  @Column("date", { name: "left_on", nullable: true })
  leftOn: string | null;
}

@ObjectType({ description: "A page of staff.", simpleResolvers: true })
export class StaffConnection extends connectionOf(Staff, "Staff") implements CountedPage<Staff> {
  count: () => Promise<number>;
}

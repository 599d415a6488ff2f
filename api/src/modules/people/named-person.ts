import { Field, ID, ObjectType } from "type-graphql";
import { PrimaryColumn } from "typeorm";
import type { Person } from "./person.entity";

/** What pupils, guardians and staff have in common: a row of their own table, read together with the row of `person`. */
@ObjectType({ simpleResolvers: true })
export abstract class NamedPerson {
  @PrimaryColumn("uuid", { name: "school_id" })
  schoolId: string;

  @PrimaryColumn("uuid")
  @Field(() => ID, { description: "The person's id: the same wherever this person is met." })
  id: string;

  /** Joined by `selectPeople`. */
  person: Person;

  @Field(() => String, { description: "The surname." })
  get surname(): string {
    return this.person.surname;
  }

  @Field(() => String, { description: "The given name." })
  get givenName(): string {
    return this.person.givenName;
  }

  @Field(() => String, { nullable: true, description: "The patronymic (отчество); null for a person without one." })
  get patronymic(): string | null {
    return this.person.patronymic;
  }
}

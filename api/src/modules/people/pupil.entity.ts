import { Field, ObjectType } from "type-graphql";
import { Entity } from "typeorm";
import { connectionOf, type CountedPage } from "../../kernel/connection";
import { LocalDate } from "../../kernel/scalars";
import { NamedPerson } from "./named-person";
import { Sex } from "./person.entity";

@Entity("pupil")
@ObjectType({ description: "A pupil of the school, now or before.", simpleResolvers: true })
export class Pupil extends NamedPerson {
  @Field(() => Sex, { nullable: true, description: "The sex, when the file names it." })
  get sex(): Sex | null {
    return this.person.sex;
  }

  @Field(() => LocalDate, { nullable: true, description: "The date of birth, when the file names it." })
  get bornOn(): string | null {
    return this.person.bornOn;
  }
}

@ObjectType({ description: "A page of pupils.", simpleResolvers: true })
export class PupilConnection extends connectionOf(Pupil, "Pupil") implements CountedPage<Pupil> {
  count: () => Promise<number>;
}

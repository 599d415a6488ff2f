import { Field, ObjectType } from "type-graphql";
import { Entity } from "typeorm";
import { NamedPerson } from "./named-person";

@Entity("guardian")
@ObjectType({ description: "A parent or another legal representative of pupils.", simpleResolvers: true })
export class Guardian extends NamedPerson {
  @Field(() => String, { nullable: true, description: "The e-mail address for the school." })
  get email(): string | null {
    return this.person.email;
  }

  @Field(() => String, { nullable: true, description: "The telephone number for the school." })
  get phone(): string | null {
    return this.person.phone;
  }
}

import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { connectionOf } from "../../kernel/connection";

/** How the viewer comes to write to somebody; the order is that of the address book. */
export enum ContactKind {
  CLASS_TEACHER = "CLASS_TEACHER",
  TEACHER = "TEACHER",
  ADMINISTRATION = "ADMINISTRATION",
  COLLEAGUE = "COLLEAGUE",
  GUARDIAN = "GUARDIAN",
  PUPIL = "PUPIL",
}
registerEnumType(ContactKind, { name: "ContactKind", description: "How the viewer comes to write to somebody." });

@ObjectType({
  description: "Somebody whom the viewer may write to, and about which child: there once for each child.",
  simpleResolvers: true,
})
export class Contact {
  @Field(() => ID, { description: "The person and the child, in one." })
  id: string;

  @Field(() => ID, { description: "Who." })
  personId: string;

  @Field(() => String, { description: "Surname, given name and patronymic." })
  name: string;

  @Field(() => ContactKind, { description: "Who that is to the viewer or to the child." })
  kind: ContactKind;

  @Field(() => [String], { description: "What a teacher teaches the child, by name; empty for others." })
  subjects: string[];

  @Field(() => ID, { nullable: true, description: "The child that they would write about; null among staff." })
  pupilId: string | null;

  @Field(() => String, { nullable: true, description: "The child's surname and given name." })
  pupilName: string | null;

  @Field(() => String, { nullable: true, description: "The child's class today." })
  classLabel: string | null;
}

@ObjectType({ description: "A page of the address book.", simpleResolvers: true })
export class ContactConnection extends connectionOf(Contact, "Contact") {
  count: () => Promise<number>;
}

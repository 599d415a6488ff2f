import { Field, ID, ObjectType } from "type-graphql";
import { DateTime } from "../../kernel/scalars";
import { TermLock } from "./term-lock";

@ObjectType({ description: "A journal of a class, its group or its pupil, in one term of the board.", simpleResolvers: true })
export class BoardJournal {
  @Field(() => ID, { description: "The journal." })
  journalId: string;

  @Field(() => String, { description: "The subject." })
  subject: string;

  @Field(() => String, { description: "The class's label, the group's or the pupil's name." })
  className: string;

  @Field(() => Boolean, { description: "Closed: by the lock of the school, of a class of it or its own." })
  isClosed: boolean;

  @Field(() => DateTime, { nullable: true, description: "Closed, and opened for the journal until then." })
  openUntil: string | null;

  @Field(() => TermLock, { nullable: true, description: "The journal's own lock." })
  lock: TermLock | null;
}

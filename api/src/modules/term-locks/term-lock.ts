import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { connectionOf } from "../../kernel/connection";
import { DateTime } from "../../kernel/scalars";
import { TermPlace } from "./term-place";

@ObjectType({
  description: "A term that is closed somewhere: only by the deputy's leave is anything written there [3.4.9].",
  simpleResolvers: true,
})
export class TermLock {
  @Field(() => ID, { description: "The lock." })
  id: string;

  @Field(() => TermPlace, { description: "Where." })
  place: TermPlace;

  @Field(() => DateTime, { description: "When it was closed." })
  lockedAt: string;

  @Field(() => String, { nullable: true, description: "Who closed it: Иванова М. П.; null: an import." })
  lockedBy: string | null;

  @Field(() => Int, { description: "The version to name when it is lifted." })
  version: number;
}

@ObjectType({ description: "A page of locks, newest first.", simpleResolvers: true })
export class TermLockConnection extends connectionOf(TermLock, "TermLock") {}

/** What an opening does by now. */
export enum OpeningState {
  IN_FORCE = "IN_FORCE",
  LAPSED = "LAPSED",
  ENDED = "ENDED",
}
registerEnumType(OpeningState, {
  name: "OpeningState",
  description: "IN_FORCE: people write by it. LAPSED: its time has run out. ENDED: the deputy ended it early.",
});

@ObjectType({
  description: "The deputy's leave to write in a closed term for a time; what is written by it is marked late.",
  simpleResolvers: true,
})
export class TermOpening {
  @Field(() => ID, { description: "The opening." })
  id: string;

  @Field(() => TermPlace, { description: "Where." })
  place: TermPlace;

  @Field(() => OpeningState, { description: "Does it open anything now." })
  state: OpeningState;

  @Field(() => DateTime, { description: "When it was given." })
  openedAt: string;

  @Field(() => String, { nullable: true, description: "Who gave it: Иванова М. П.; null: it was given before openings were kept." })
  openedBy: string | null;

  @Field(() => DateTime, { description: "Until when." })
  openedUntil: string;

  @Field(() => String, { description: "Why." })
  reason: string;

  @Field(() => DateTime, { nullable: true, description: "When it was ended early." })
  endedAt: string | null;

  @Field(() => String, { nullable: true, description: "Who ended it." })
  endedBy: string | null;

  @Field(() => Int, { description: "How many late entries were written by it." })
  lateEntries: number;

  @Field(() => Int, { description: "The version to name when it is ended." })
  version: number;
}

@ObjectType({ description: "A page of openings, newest first.", simpleResolvers: true })
export class TermOpeningConnection extends connectionOf(TermOpening, "TermOpening") {}

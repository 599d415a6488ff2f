import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { DateTime } from "../../kernel/scalars";
import { OpeningRequest } from "./opening-request";
import { TermLock, TermOpening } from "./term-lock";
import { TermPlaceInput } from "./term-place";

const OPERATION = "A UUID made by the client: sent again the operation answers the same and does nothing twice.";

@InputType({ description: "Closing a term." })
export class CloseTermInput {
  @Field(() => ID, { description: OPERATION })
  operationId: string;

  @Field(() => [TermPlaceInput], { description: "Where, 1 to 200 places: all of them are closed, or none." })
  places: TermPlaceInput[];
}

@ObjectType({ description: "The places as they are closed now.", simpleResolvers: true })
export class CloseTermPayload {
  @Field(() => [TermLock], { description: "The lock of each place, in the order of the input." })
  locks: TermLock[];

  @Field(() => Int, { description: "How many of them were not closed before." })
  closed: number;

  @Field(() => Int, { description: "How many openings ended with it." })
  endedOpenings: number;
}

@InputType({ description: "Lifting a lock: the term is open there as before it was closed, for good." })
export class LiftTermLockInput {
  @Field(() => ID, { description: OPERATION })
  operationId: string;

  @Field(() => ID, { description: "The lock." })
  lockId: string;

  @Field(() => Int, { description: "The version that was seen." })
  version: number;

  @Field(() => String, { description: "Why, at most 500 characters." })
  reason: string;
}

@ObjectType({ description: "The lock that was lifted.", simpleResolvers: true })
export class LiftTermLockPayload {
  @Field(() => TermLock, { description: "The lock, as it stood." })
  lock: TermLock;
}

@InputType({ description: "Opening a closed term for a time." })
export class OpenTermInput {
  @Field(() => ID, { description: OPERATION })
  operationId: string;

  @Field(() => [TermPlaceInput], { description: "Where, 1 to 200 places: all of them are opened, or none." })
  places: TermPlaceInput[];

  @Field(() => DateTime, { description: "Until when: at most 31 days from now." })
  until: Date;

  @Field(() => String, { description: "Why, at most 500 characters." })
  reason: string;
}

@ObjectType({ description: "The openings that were given.", simpleResolvers: true })
export class OpenTermPayload {
  @Field(() => [TermOpening], { description: "One for each place, in the order of the input." })
  openings: TermOpening[];
}

@InputType({ description: "Ending an opening before its time." })
export class EndOpeningInput {
  @Field(() => ID, { description: OPERATION })
  operationId: string;

  @Field(() => ID, { description: "The opening." })
  openingId: string;

  @Field(() => Int, { description: "The version that was seen." })
  version: number;
}

@ObjectType({ description: "The opening as it stands now.", simpleResolvers: true })
export class EndOpeningPayload {
  @Field(() => TermOpening, { description: "The opening." })
  opening: TermOpening;
}

@InputType({ description: "A teacher's request to open a closed term in a journal." })
export class RequestOpeningInput {
  @Field(() => ID, { description: OPERATION })
  operationId: string;

  @Field(() => ID, { description: "The journal." })
  journalId: string;

  @Field(() => ID, { description: "The term." })
  termId: string;

  @Field(() => String, { description: "What is to be corrected, at most 500 characters." })
  correction: string;

  @Field(() => String, { description: "Why it was not written in time, at most 500 characters." })
  reason: string;

  @Field(() => ID, { nullable: true, description: "The lesson that it is about: of this journal and term." })
  lessonId?: string | null;

  @Field(() => ID, { nullable: true, description: "The pupil that it is about: in the journal's list in this term." })
  pupilId?: string | null;
}

@InputType({ description: "The deputy's answer: with `until` the term is opened in that journal, without it the request is refused." })
export class AnswerOpeningInput {
  @Field(() => ID, { description: OPERATION })
  operationId: string;

  @Field(() => ID, { description: "The request." })
  requestId: string;

  @Field(() => Int, { description: "The version that was seen." })
  version: number;

  @Field(() => DateTime, { nullable: true, description: "Until when it is opened: at most 31 days from now; left out: refused." })
  until?: Date | null;

  @Field(() => String, { nullable: true, description: "Words to the teacher, at most 500 characters; a refusal needs them." })
  answer?: string | null;
}

@InputType({ description: "Taking the own request back." })
export class WithdrawRequestInput {
  @Field(() => ID, { description: OPERATION })
  operationId: string;

  @Field(() => ID, { description: "The request." })
  requestId: string;

  @Field(() => Int, { description: "The version that was seen." })
  version: number;
}

@ObjectType({ description: "The request as it stands now.", simpleResolvers: true })
export class OpeningRequestPayload {
  @Field(() => OpeningRequest, { description: "The request." })
  request: OpeningRequest;
}

import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { connectionOf } from "../../kernel/connection";
import { DateTime, LocalDate } from "../../kernel/scalars";
import { TermPlace } from "./term-place";

/** What became of a request. */
export enum RequestState {
  WAITING = "WAITING",
  GRANTED = "GRANTED",
  REFUSED = "REFUSED",
  WITHDRAWN = "WITHDRAWN",
}
registerEnumType(RequestState, { name: "RequestState", description: "What became of a request to open a closed term." });

@ObjectType({ description: "A teacher's request to open a closed term in a journal [3.4.9].", simpleResolvers: true })
export class OpeningRequest {
  @Field(() => ID, { description: "The request." })
  id: string;

  @Field(() => TermPlace, { description: "The term and the journal." })
  place: TermPlace;

  @Field(() => RequestState, { description: "What became of it." })
  state: RequestState;

  @Field(() => String, { description: "What is to be corrected." })
  correction: string;

  @Field(() => String, { description: "Why it was not written in time." })
  reason: string;

  @Field(() => ID, { nullable: true, description: "The lesson that it is about." })
  lessonId: string | null;

  @Field(() => LocalDate, { nullable: true, description: "The lesson's date." })
  lessonDate: string | null;

  @Field(() => String, { nullable: true, description: "Surname and given name of the pupil that it is about." })
  pupil: string | null;

  @Field(() => String, { description: "Who asks: Иванова М. П." })
  requestedBy: string;

  @Field(() => DateTime, { description: "When." })
  requestedAt: string;

  @Field(() => String, { nullable: true, description: "The deputy's words." })
  answer: string | null;

  @Field(() => String, { nullable: true, description: "Who answered, or withdrew it." })
  answeredBy: string | null;

  @Field(() => DateTime, { nullable: true, description: "When." })
  answeredAt: string | null;

  @Field(() => DateTime, { nullable: true, description: "Until when it was granted; earlier, when the opening was ended early." })
  openUntil: string | null;

  @Field(() => Int, { description: "The version to name in the answer." })
  version: number;
}

@ObjectType({ description: "A page of requests: those that wait oldest first, the answered newest first.", simpleResolvers: true })
export class OpeningRequestConnection extends connectionOf(OpeningRequest, "OpeningRequest") {}

import { Field, ID, Int, ObjectType } from "type-graphql";
import { connectionOf } from "../../kernel/connection";
import { DateTime } from "../../kernel/scalars";
import { NoticeKind } from "./notice-kind";

@ObjectType({ description: "How late news of one kind was, in milliseconds.", simpleResolvers: true })
export class NewsLateness {
  @Field(() => NoticeKind, { description: "The kind." })
  kind: NoticeKind;

  @Field(() => Int, { description: "How many there were." })
  count: number;

  @Field(() => Int, { description: "Half of them came within this." })
  p50Ms: number;

  @Field(() => Int, { description: "95 of 100 came within this." })
  p95Ms: number;

  @Field(() => Int, { description: "The latest." })
  maxMs: number;
}

@ObjectType({ description: "How news went out in the last 24 hours [1.4.6].", simpleResolvers: true })
export class NewsHealth {
  @Field(() => [NewsLateness], { description: "From the thing itself to its notice in the portal." })
  portal: NewsLateness[];

  @Field(() => [NewsLateness], { description: "From the moment a letter was due to that at which the mail server took it." })
  mail: NewsLateness[];

  @Field(() => Int, { description: "News not told yet." })
  waitingNews: number;

  @Field(() => DateTime, { nullable: true, description: "When the oldest of them happened." })
  oldestWaitingAt: Date | null;

  @Field(() => Int, { description: "Letters' notices that are due and not sent yet." })
  waitingLetters: number;

  @Field(() => Int, { description: "News that were given up." })
  deadNews: number;

  @Field(() => Int, { description: "Letters' notices that were given up." })
  deadLetters: number;

  @Field(() => Boolean, { description: "Letters are sent: a mail server is set." })
  mailIsOn: boolean;
}

@ObjectType({ description: "News, or one notice of a letter, that was given up after many attempts.", simpleResolvers: true })
export class DeadLetter {
  @Field(() => ID, { description: "Its id, for `retryDeadLetters`." })
  id: string;

  @Field(() => String, { description: '"NEWS": nobody was told; "LETTER": one person got no letter.' })
  what: string;

  @Field(() => String, { nullable: true, description: "Whose letter it was." })
  personName: string | null;

  @Field(() => NoticeKind, { description: "What it tells of." })
  kind: NoticeKind;

  @Field(() => DateTime, { description: "When it was given up, or was last due." })
  failedAt: Date;

  @Field(() => Int, { description: "How often it was tried." })
  attempts: number;

  @Field(() => String, { description: "What went wrong the last time, as the server said it." })
  error: string;
}

@ObjectType({ description: "What was given up, newest first." })
export class DeadLetterConnection extends connectionOf(DeadLetter, "DeadLetter") {}

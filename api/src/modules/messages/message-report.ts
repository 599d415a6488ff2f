import { Field, ID, ObjectType } from "type-graphql";
import { connectionOf } from "../../kernel/connection";
import { DateTime } from "../../kernel/scalars";
import { Message } from "./message";

@ObjectType({ description: "A message that somebody has brought before the deputy.", simpleResolvers: true })
export class MessageReport {
  @Field(() => ID, { description: "The report." })
  id: string;

  @Field(() => Message, { description: "The message." })
  message: Message;

  @Field(() => String, { description: "The title of its group, or the names of the two." })
  conversationTitle: string;

  @Field(() => String, { description: "Who reported it." })
  reportedByName: string;

  @Field(() => DateTime, { description: "When." })
  reportedAt: Date;

  @Field(() => String, { description: "What is wrong with it, in the reporter's words." })
  reason: string;

  @Field(() => String, { nullable: true, description: "Who closed the report." })
  closedByName: string | null;

  @Field(() => DateTime, { nullable: true, description: "When it was closed; null: it is open." })
  closedAt: Date | null;

  @Field(() => String, { nullable: true, description: "What was done." })
  outcome: string | null;
}

@ObjectType({ description: "A page of reports, newest first.", simpleResolvers: true })
export class MessageReportConnection extends connectionOf(MessageReport, "MessageReport") {
  count: () => Promise<number>;
}

@ObjectType({ description: "The school's rules of messages.", simpleResolvers: true })
export class MessageSettings {
  @Field(() => Boolean, { description: "May pupils and their teachers write to each other." })
  pupilsMayWrite: boolean;
}

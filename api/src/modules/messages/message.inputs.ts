import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { Conversation } from "./conversation";
import { Message } from "./message";
import { MessageReport, MessageSettings } from "./message-report";

const OPERATION = "A UUID made by the client: sent again the operation answers the same and does nothing twice.";

@InputType({ description: "Whom to write to, as the address book has it." })
export class RecipientInput {
  @Field(() => ID, { description: "The person." })
  personId: string;

  @Field(() => ID, { nullable: true, description: "The child that it is about; left out among staff." })
  pupilId?: string | null;
}

@InputType({ description: "A first message to one or more people." })
export class StartConversationInput {
  @Field(() => ID, { description: OPERATION })
  operationId: string;

  @Field(() => [RecipientInput], { description: "1 to 100 people of the viewer's address book." })
  recipients: RecipientInput[];

  @Field(() => Boolean, { description: "True: one group of all of them; false: a conversation with each, begun or gone on with." })
  together: boolean;

  @Field(() => String, { nullable: true, description: "The group's title, 1 to 100 characters; only with `together`." })
  title?: string | null;

  @Field(() => String, { description: "1 to 4,000 characters of plain text." })
  text: string;

  @Field(() => ID, { nullable: true, description: "A lesson that it is about, of a journal or diary that the viewer reads." })
  lessonId?: string | null;
}

@ObjectType({ description: "The conversations that were begun or gone on with, in the order of the recipients.", simpleResolvers: true })
export class StartConversationPayload {
  @Field(() => [Conversation], { description: "As they stand now." })
  conversations: Conversation[];
}

@InputType({ description: "A message in a conversation." })
export class SendMessageInput {
  @Field(() => ID, { description: OPERATION })
  operationId: string;

  @Field(() => ID, { description: "The conversation." })
  conversationId: string;

  @Field(() => String, { description: "1 to 4,000 characters of plain text." })
  text: string;

  @Field(() => ID, { nullable: true, description: "The message of this conversation that it answers." })
  quotedId?: string | null;

  @Field(() => ID, { nullable: true, description: "A lesson that it is about, of a journal or diary that the viewer reads." })
  lessonId?: string | null;
}

@ObjectType({ description: "The message and its conversation.", simpleResolvers: true })
export class SendMessagePayload {
  @Field(() => Message, { description: "As it was sent." })
  message: Message;

  @Field(() => Conversation, { description: "As it stands now." })
  conversation: Conversation;
}

@InputType({ description: "A new text for an own message." })
export class EditMessageInput {
  @Field(() => ID, { description: OPERATION })
  operationId: string;

  @Field(() => ID, { description: "The message." })
  messageId: string;

  @Field(() => Int, { description: "The version that was seen." })
  version: number;

  @Field(() => String, { description: "1 to 4,000 characters of plain text." })
  text: string;
}

@InputType({ description: "An own message that is to be withdrawn." })
export class WithdrawMessageInput {
  @Field(() => ID, { description: OPERATION })
  operationId: string;

  @Field(() => ID, { description: "The message." })
  messageId: string;

  @Field(() => Int, { description: "The version that was seen." })
  version: number;
}

@ObjectType({ description: "The message as it stands now.", simpleResolvers: true })
export class MessagePayload {
  @Field(() => Message, { description: "The message." })
  message: Message;
}

@InputType({ description: "How far a conversation was read." })
export class ReadConversationInput {
  @Field(() => ID, { description: OPERATION })
  operationId: string;

  @Field(() => ID, { description: "The conversation." })
  conversationId: string;

  @Field(() => Int, { description: "The number of the last message that was seen; what was read stays read." })
  seq: number;
}

@InputType({ description: "How the viewer keeps a conversation; what is left out stays." })
export class SetConversationStateInput {
  @Field(() => ID, { description: OPERATION })
  operationId: string;

  @Field(() => ID, { description: "The conversation." })
  conversationId: string;

  @Field(() => Boolean, { nullable: true, description: "No notices of its messages." })
  isMuted?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: "Put away until the next message." })
  isArchived?: boolean | null;
}

@ObjectType({ description: "The conversation as it stands now.", simpleResolvers: true })
export class ConversationPayload {
  @Field(() => Conversation, { description: "The conversation." })
  conversation: Conversation;
}

@InputType({ description: "A message to bring before the deputy." })
export class ReportMessageInput {
  @Field(() => ID, { description: OPERATION })
  operationId: string;

  @Field(() => ID, { description: "A message of somebody else, in a conversation of the viewer." })
  messageId: string;

  @Field(() => String, { description: "What is wrong with it, 1 to 1,000 characters." })
  reason: string;
}

@InputType({ description: "What was done about a report." })
export class CloseReportInput {
  @Field(() => ID, { description: OPERATION })
  operationId: string;

  @Field(() => ID, { description: "The report." })
  reportId: string;

  @Field(() => String, { description: "1 to 1,000 characters." })
  outcome: string;
}

@ObjectType({ description: "The report as it stands now.", simpleResolvers: true })
export class MessageReportPayload {
  @Field(() => MessageReport, { description: "The report." })
  report: MessageReport;
}

@InputType({ description: "The school's rules of messages, from today on." })
export class SetMessageSettingsInput {
  @Field(() => ID, { description: OPERATION })
  operationId: string;

  @Field(() => Boolean, { description: "May pupils and their teachers write to each other." })
  pupilsMayWrite: boolean;
}

@ObjectType({ description: "The school's rules of messages as they stand now.", simpleResolvers: true })
export class MessageSettingsPayload {
  @Field(() => MessageSettings, { description: "The rules." })
  settings: MessageSettings;
}

import { Field, ID, Int, ObjectType } from "type-graphql";
import { connectionOf } from "../../kernel/connection";
import { DateTime, LocalDate } from "../../kernel/scalars";

@ObjectType({
  description: "A lesson that a message points to: an entry of the diary for a family, of the journal for staff.",
  simpleResolvers: true,
})
export class MessageLesson {
  @Field(() => ID, { description: "The lesson." })
  lessonId: string;

  @Field(() => ID, { description: "Its journal." })
  journalId: string;

  @Field(() => LocalDate, { description: "Its date." })
  date: string;

  @Field(() => String, { description: "Its subject." })
  subject: string;

  @Field(() => String, { description: "The class, the group or the pupil taught alone." })
  className: string;
}

@ObjectType({ description: "The message that another one answers.", simpleResolvers: true })
export class QuotedMessage {
  @Field(() => ID, { description: "The message." })
  id: string;

  @Field(() => String, { description: "Who wrote it, as «Иванова М. П.»." })
  authorName: string;

  @Field(() => String, { nullable: true, description: "Its beginning; null: it was withdrawn since." })
  text: string | null;
}

@ObjectType({ description: "A message: plain text, with line breaks.", simpleResolvers: true })
export class Message {
  @Field(() => ID, { description: "The message." })
  id: string;

  @Field(() => ID, { description: "Its conversation." })
  conversationId: string;

  @Field(() => Int, { description: "Its number in the conversation, from 1." })
  seq: number;

  @Field(() => ID, { description: "Who wrote it." })
  authorId: string;

  @Field(() => String, { description: "Surname, given name and patronymic of the author." })
  authorName: string;

  @Field(() => Boolean, { description: "The viewer wrote it." })
  isMine: boolean;

  @Field(() => String, { nullable: true, description: "The text; null: withdrawn." })
  text: string | null;

  @Field(() => QuotedMessage, { nullable: true, description: "The message that it answers." })
  quoted: QuotedMessage | null;

  @Field(() => MessageLesson, { nullable: true, description: "The lesson that it is about." })
  lesson: MessageLesson | null;

  @Field(() => DateTime, { description: "When it was sent." })
  sentAt: Date;

  @Field(() => DateTime, { nullable: true, description: "When it was last changed." })
  editedAt: Date | null;

  @Field(() => DateTime, { nullable: true, description: "When it was withdrawn." })
  withdrawnAt: Date | null;

  @Field(() => Int, { description: "Grows with every change." })
  version: number;

  @Field(() => DateTime, { nullable: true, description: "Until when the viewer may change or withdraw it; null: not, or not any more." })
  changeableUntil: Date | null;
}

@ObjectType({ description: "A page of messages, newest first.", simpleResolvers: true })
export class MessageConnection extends connectionOf(Message, "Message") {
  count: () => Promise<number>;
}

@ObjectType({ description: "A message that a search found.", simpleResolvers: true })
export class FoundMessage {
  @Field(() => Message, { description: "The message." })
  message: Message;

  @Field(() => String, { description: "Its group's title, or the other person's full name." })
  conversationTitle: string;
}

@ObjectType({ description: "A page of found messages, newest first.", simpleResolvers: true })
export class FoundMessageConnection extends connectionOf(FoundMessage, "FoundMessage") {
  count: () => Promise<number>;
}

@ObjectType({ description: "An earlier text of a message.", simpleResolvers: true })
export class MessageVersion {
  @Field(() => DateTime, { description: "When it was replaced." })
  at: Date;

  @Field(() => String, { description: "The text until then." })
  text: string;
}

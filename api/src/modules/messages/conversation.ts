import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { connectionOf } from "../../kernel/connection";
import { DateTime } from "../../kernel/scalars";

/** Where a person keeps a conversation. */
export enum ConversationFolder {
  INBOX = "INBOX",
  ARCHIVE = "ARCHIVE",
}
registerEnumType(ConversationFolder, {
  name: "ConversationFolder",
  description: "Where a person keeps a conversation; a new message brings one back from the archive.",
});

@ObjectType({ description: "Somebody in a conversation, and how far they have read.", simpleResolvers: true })
export class ConversationMember {
  @Field(() => ID, { description: "Who." })
  personId: string;

  @Field(() => String, { description: "Surname, given name and patronymic." })
  name: string;

  @Field(() => Boolean, { description: "Is it the viewer." })
  isMe: boolean;

  @Field(() => Int, { description: "The number of the last message that was read; 0: none." })
  lastReadSeq: number;

  @Field(() => DateTime, { nullable: true, description: "When it was read." })
  lastReadAt: Date | null;
}

@ObjectType({ description: "A child whom a conversation is about.", simpleResolvers: true })
export class ConversationPupil {
  @Field(() => ID, { description: "The child." })
  pupilId: string;

  @Field(() => String, { description: "Surname and given name." })
  name: string;

  @Field(() => String, { nullable: true, description: "The class today." })
  classLabel: string | null;
}

@ObjectType({ description: "A conversation of two people about one child (or among staff), or of a group [1.4.8].", simpleResolvers: true })
export class Conversation {
  @Field(() => ID, { description: "The conversation." })
  id: string;

  @Field(() => String, { description: "A group's title; of two people, the other's full name." })
  title: string;

  @Field(() => Boolean, { description: "More than two may be in it." })
  isGroup: boolean;

  @Field(() => [ConversationMember], { description: "Everybody in it, by name; in lists the first five." })
  members: ConversationMember[];

  @Field(() => Int, { description: "How many are in it, the viewer too." })
  memberCount: number;

  @Field(() => [ConversationPupil], { description: "The children whom it is about; a class's group names the first five in lists." })
  pupils: ConversationPupil[];

  @Field(() => Int, { description: "The number of the last message." })
  lastSeq: number;

  @Field(() => DateTime, { description: "When the last message was sent." })
  lastAt: Date;

  @Field(() => String, { nullable: true, description: "The beginning of the last message; null: it was withdrawn." })
  lastText: string | null;

  @Field(() => String, { nullable: true, description: "Who sent it, as «Иванова М. П.»." })
  lastAuthorName: string | null;

  @Field(() => Boolean, { description: "The viewer sent it." })
  lastIsMine: boolean;

  @Field(() => Int, { description: "Messages of others that the viewer has not read, counted up to 999." })
  unread: number;

  @Field(() => Int, { description: "The number of the last message that the viewer has read." })
  lastReadSeq: number;

  @Field(() => Boolean, { description: "No notices of its messages." })
  isMuted: boolean;

  @Field(() => Boolean, { description: "Put away by the viewer." })
  isArchived: boolean;
}

@ObjectType({ description: "A page of conversations.", simpleResolvers: true })
export class ConversationConnection extends connectionOf(Conversation, "Conversation") {
  count: () => Promise<number>;
}

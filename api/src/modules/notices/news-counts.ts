import { Field, ID, Int, ObjectType } from "type-graphql";
import { DateTime } from "../../kernel/scalars";

@ObjectType({
  description: "What is new for the viewer; also what the subscription sends, first at once and then after each change.",
  simpleResolvers: true,
})
export class NewsCounts {
  @Field(() => Int, { description: "Unread notices." })
  notices: number;

  @Field(() => Int, { description: "Unread messages of conversations that the viewer may read and has not muted." })
  messages: number;

  @Field(() => Int, { description: "Unread announcements of those shown today." })
  announcements: number;

  @Field(() => Int, { description: "Questions about marks that wait for an answer of the viewer as a teacher." })
  questions: number;

  @Field(() => ID, { nullable: true, description: "The newest notice." })
  lastNoticeId: string | null;

  @Field(() => DateTime, { nullable: true, description: "When somebody last wrote in one of the viewer's conversations." })
  lastConversationAt: Date | null;
}

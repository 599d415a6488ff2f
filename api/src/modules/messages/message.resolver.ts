import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import { type CountedPage, PageArgs } from "../../kernel/connection";
import { signedIn, type RequestContext } from "../../kernel/request-context";
import { editMessage, withdrawMessage } from "./change-message";
import { loadMessages, loadMessageVersions, searchMessages } from "./load-messages";
import { type FoundMessage, FoundMessageConnection, type Message, MessageConnection, MessageVersion } from "./message";
import { EditMessageInput, MessagePayload, SendMessageInput, SendMessagePayload, WithdrawMessageInput } from "./message.inputs";
import { sendMessage } from "./send-message";

@Resolver(() => MessageConnection)
export class MessagesResolver {
  @Query(() => MessageConnection, { description: "Messages of one conversation, newest first; `after` goes to older ones." })
  messages(
    @Arg("conversationId", () => ID, { description: "A conversation that the viewer reads." }) conversationId: string,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: RequestContext,
  ): Promise<MessageConnection> {
    return loadMessages(context.database, signedIn(context), conversationId, page, context.clock.now());
  }

  @FieldResolver(() => Int, { description: "How many there are over all pages." })
  async totalCount(@Root() page: CountedPage<Message>): Promise<number> {
    return page.count();
  }

  @Query(() => [MessageVersion], {
    description: "Earlier texts of a message, for those who read its conversation and for the deputy to whom it was reported.",
  })
  messageVersions(
    @Arg("messageId", () => ID, { description: "The message." }) messageId: string,
    @Ctx() context: RequestContext,
  ): Promise<MessageVersion[]> {
    return loadMessageVersions(context.database, signedIn(context), messageId);
  }

  @Mutation(() => SendMessagePayload, { description: "Sends a message in a conversation [1.4.8]." })
  sendMessage(
    @Arg("input", () => SendMessageInput, { description: "The message." }) input: SendMessageInput,
    @Ctx() context: RequestContext,
  ): Promise<SendMessagePayload> {
    return sendMessage(context, input);
  }

  @Mutation(() => MessagePayload, { description: "Changes an own message within 15 minutes; the earlier text is kept." })
  editMessage(
    @Arg("input", () => EditMessageInput, { description: "The new text." }) input: EditMessageInput,
    @Ctx() context: RequestContext,
  ): Promise<MessagePayload> {
    return editMessage(context, input);
  }

  @Mutation(() => MessagePayload, { description: "Withdraws an own message within 15 minutes; the history keeps it." })
  withdrawMessage(
    @Arg("input", () => WithdrawMessageInput, { description: "The message." }) input: WithdrawMessageInput,
    @Ctx() context: RequestContext,
  ): Promise<MessagePayload> {
    return withdrawMessage(context, input);
  }
}

@Resolver(() => FoundMessageConnection)
export class MessageSearchResolver {
  @Query(() => FoundMessageConnection, {
    description: "Messages of the viewer's conversations in which a text of 3 to 100 characters occurs, newest first.",
  })
  messageSearch(
    @Arg("text", () => String, { description: "What to look for; е is as good as ё." }) text: string,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: RequestContext,
  ): Promise<FoundMessageConnection> {
    return searchMessages(context.database, signedIn(context), text, page, context.clock.now());
  }

  @FieldResolver(() => Int, { description: "How many there are over all pages." })
  async totalCount(@Root() page: CountedPage<FoundMessage>): Promise<number> {
    return page.count();
  }
}

import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import { type CountedPage, PageArgs } from "../../kernel/connection";
import { signedIn, type RequestContext } from "../../kernel/request-context";
import { Conversation, ConversationConnection, ConversationFolder } from "./conversation";
import { readConversation, setConversationState } from "./keep-conversation";
import { loadConversation, loadConversations } from "./load-conversations";
import { makeMayWriteLoader } from "./may-write-loader";
import {
  ConversationPayload,
  ReadConversationInput,
  SetConversationStateInput,
  StartConversationInput,
  StartConversationPayload,
} from "./message.inputs";
import { startConversation } from "./start-conversation";

@Resolver(() => ConversationConnection)
export class ConversationsResolver {
  @Query(() => ConversationConnection, { description: "The viewer's conversations, that with the newest message first." })
  conversations(
    @Args(() => PageArgs) page: PageArgs,
    @Arg("folder", () => ConversationFolder, { defaultValue: ConversationFolder.INBOX, description: "Which of them." })
    folder: ConversationFolder,
    @Ctx() context: RequestContext,
  ): Promise<ConversationConnection> {
    return loadConversations(context.database, signedIn(context), folder, page);
  }

  @FieldResolver(() => Int, { description: "How many there are over all pages." })
  async totalCount(@Root() page: CountedPage<Conversation>): Promise<number> {
    return page.count();
  }
}

@Resolver(() => Conversation)
export class ConversationResolver {
  @Query(() => Conversation, {
    description: "One conversation with everybody in it. A family reads it while one of its children is theirs [2.2]; NOT_FOUND otherwise.",
  })
  conversation(
    @Arg("id", () => ID, { description: "The conversation." }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<Conversation> {
    return loadConversation(context.database, signedIn(context), id);
  }

  @FieldResolver(() => Boolean, { description: "May the viewer write in it; false: the relation to the other has ended." })
  canWrite(@Root() { id }: Conversation, @Ctx() context: RequestContext): Promise<boolean> {
    return context.loader(makeMayWriteLoader).load(id);
  }

  @Mutation(() => StartConversationPayload, {
    description:
      "Writes to people of the address book: to each in the conversation that the two have about the child, or to all in a new group. One wrong recipient, and nothing is sent [1.4.8].",
  })
  startConversation(
    @Arg("input", () => StartConversationInput, { description: "To whom, and what." }) input: StartConversationInput,
    @Ctx() context: RequestContext,
  ): Promise<StartConversationPayload> {
    return startConversation(context, input);
  }

  @Mutation(() => ConversationPayload, { description: "Notes how far the viewer has read; the others see it." })
  readConversation(
    @Arg("input", () => ReadConversationInput, { description: "How far." }) input: ReadConversationInput,
    @Ctx() context: RequestContext,
  ): Promise<ConversationPayload> {
    return readConversation(context, input);
  }

  @Mutation(() => ConversationPayload, { description: "Mutes a conversation, puts it away, or takes either back: for the viewer alone." })
  setConversationState(
    @Arg("input", () => SetConversationStateInput, { description: "What is to change." }) input: SetConversationStateInput,
    @Ctx() context: RequestContext,
  ): Promise<ConversationPayload> {
    return setConversationState(context, input);
  }
}

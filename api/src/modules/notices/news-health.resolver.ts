import { Arg, Args, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import type { CountedPage } from "../../kernel/connection";
import { signedIn, type RequestContext } from "../../kernel/request-context";
import { holds, Role } from "../../kernel/viewer";
import { seesStructure, viewerRule, type ModuleRules } from "../access/access.rules";
import { loadDeadLetters } from "./load-dead-letters";
import { loadNewsHealth } from "./load-news-health";
import { type DeadLetter, DeadLetterConnection, NewsHealth } from "./news-health";
import { NoticePageArgs, RetryDeadLettersInput, RetryDeadLettersPayload } from "./notice.inputs";
import { retryDeadLetters } from "./retry-dead-letters";

@Resolver(() => DeadLetterConnection)
export class NewsHealthResolver {
  @Query(() => NewsHealth, { description: "How late news was in the last 24 hours, what waits and what was given up [1.4.6]." })
  newsHealth(@Ctx() context: RequestContext): Promise<NewsHealth> {
    return loadNewsHealth(context);
  }

  @Query(() => DeadLetterConnection, { description: "News and letters that were given up after many attempts, newest first." })
  deadLetters(@Args(() => NoticePageArgs) page: NoticePageArgs, @Ctx() context: RequestContext): Promise<DeadLetterConnection> {
    return loadDeadLetters(context.database, signedIn(context), page);
  }

  @FieldResolver(() => Int, { description: "How many of them there are, over all pages." })
  async totalCount(@Root() page: CountedPage<DeadLetter>): Promise<number> {
    return page.count();
  }

  @Mutation(() => RetryDeadLettersPayload, { description: "Tries once more what was given up." })
  retryDeadLetters(
    @Arg("input", () => RetryDeadLettersInput, { description: "What." }) input: RetryDeadLettersInput,
    @Ctx() context: RequestContext,
  ): Promise<RetryDeadLettersPayload> {
    return retryDeadLetters(context, input);
  }
}

/** Letters that did not arrive are a matter of the administrator, who mends the address or the mail server [3.5.1]. */
const isAdministrator = viewerRule("isAdministrator", (viewer) => holds(viewer, Role.ADMINISTRATOR));

export const newsHealthRules: ModuleRules = {
  Query: { newsHealth: seesStructure, deadLetters: isAdministrator },
  Mutation: { retryDeadLetters: isAdministrator },
  types: {
    NewsHealth: { reachedFrom: ["Query.newsHealth"] },
    NewsLateness: { reachedFrom: ["NewsHealth.portal", "NewsHealth.mail"] },
    DeadLetterConnection: { reachedFrom: ["Query.deadLetters"] },
    DeadLetterEdge: { reachedFrom: ["DeadLetterConnection.edges"] },
    DeadLetter: { reachedFrom: ["DeadLetterConnection.nodes", "DeadLetterEdge.node"] },
    RetryDeadLettersPayload: { reachedFrom: ["Mutation.retryDeadLetters"] },
  },
};

import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import { PageArgs } from "../../kernel/connection";
import { signedIn, type RequestContext } from "../../kernel/request-context";
import { requireUuid } from "../../kernel/uuid";
import { answerOpening, withdrawRequest } from "./answer-opening";
import { JournalTermLock } from "./journal-term-lock";
import { loadJournalTermLock } from "./load-journal-term-lock";
import { loadMyRequests, loadOpeningRequests } from "./load-opening-requests";
import { OpeningRequestConnection } from "./opening-request";
import { requestOpening } from "./request-opening";
import { AnswerOpeningInput, OpeningRequestPayload, RequestOpeningInput, WithdrawRequestInput } from "./term-locks.inputs";

@Resolver()
export class OpeningRequestsResolver {
  @Query(() => OpeningRequestConnection, {
    description:
      "Teachers' requests to open a closed term: those that wait, the oldest first, or the answered, the newest first. Open to the deputy and the director.",
  })
  openingRequests(
    @Arg("waiting", () => Boolean, { description: "Those that wait for an answer, or the others." }) waiting: boolean,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: RequestContext,
  ): Promise<OpeningRequestConnection> {
    return loadOpeningRequests(context.database, signedIn(context), waiting, page);
  }

  @Query(() => OpeningRequestConnection, { description: "The viewer's own requests and their answers, newest first." })
  myOpeningRequests(
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: RequestContext,
    @Arg("journalId", () => ID, { nullable: true, description: "Only of this journal." }) journalId?: string | null,
  ): Promise<OpeningRequestConnection> {
    return loadMyRequests(context.database, signedIn(context), journalId ? requireUuid(journalId, "journalId") : null, page);
  }

  @Query(() => JournalTermLock, {
    description:
      "How a term stands for a journal: closed or opened until when, the viewer's last request, what was written late. For those who read the journal.",
  })
  journalTermLock(
    @Arg("journalId", () => ID, { description: "The journal." }) journalId: string,
    @Arg("termId", () => ID, { description: "The term." }) termId: string,
    @Ctx() context: RequestContext,
  ): Promise<JournalTermLock> {
    const place = { journalId: requireUuid(journalId, "journalId"), termId: requireUuid(termId, "termId") };
    return loadJournalTermLock(context.database, signedIn(context), place, context.clock.now());
  }

  @Mutation(() => OpeningRequestPayload, {
    description: "Asks the deputy to open a closed term in the own journal [3.4.9]. Open to the journal's teacher.",
  })
  requestOpening(
    @Arg("input", () => RequestOpeningInput, { description: "What is to be corrected, and why." }) input: RequestOpeningInput,
    @Ctx() context: RequestContext,
  ): Promise<OpeningRequestPayload> {
    return requestOpening(context, input);
  }

  @Mutation(() => OpeningRequestPayload, {
    description: "Answers a request: opens the term in that journal for a time, or refuses. Open to the deputy.",
  })
  answerOpening(
    @Arg("input", () => AnswerOpeningInput, { description: "The answer." }) input: AnswerOpeningInput,
    @Ctx() context: RequestContext,
  ): Promise<OpeningRequestPayload> {
    return answerOpening(context, input);
  }

  @Mutation(() => OpeningRequestPayload, { description: "Takes the own request back while it waits." })
  withdrawRequest(
    @Arg("input", () => WithdrawRequestInput, { description: "Which." }) input: WithdrawRequestInput,
    @Ctx() context: RequestContext,
  ): Promise<OpeningRequestPayload> {
    return withdrawRequest(context, input);
  }
}

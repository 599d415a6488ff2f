import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import { type CountedPage, PageArgs } from "../../kernel/connection";
import { signedIn, type RequestContext } from "../../kernel/request-context";
import { requireUuid } from "../../kernel/uuid";
import { askAboutMark } from "./ask-about-mark";
import { closeQuestion } from "./close-question";
import { loadThread } from "./load-question";
import { loadOverdueQuestions, loadQuestionsOfPupil, loadQuestionsToAnswer } from "./load-questions";
import { type MarkQuestion, MarkQuestionConnection, MarkQuestionThread } from "./mark-question";
import { AnswerQuestionInput, AskAboutMarkInput, CloseQuestionInput, MarkQuestionPayload, WriteToQuestionInput } from "./question.inputs";
import { answerQuestion, writeToQuestion } from "./write-to-question";

@Resolver(() => MarkQuestionConnection)
export class QuestionsResolver {
  @Query(() => MarkQuestionThread, {
    description:
      "One question about a mark with its thread; for the pupil's guardians, those who answer it, the class teacher, the deputy and the director.",
  })
  markQuestion(
    @Arg("id", () => ID, { description: "The question." }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<MarkQuestionThread> {
    return loadThread(context.database, signedIn(context), id);
  }

  @Query(() => MarkQuestionConnection, {
    description:
      "Questions that the viewer answers as a teacher: first those that wait, by their deadline; or the closed ones, newest deadline first.",
  })
  markQuestionsToAnswer(
    @Arg("closed", () => Boolean, { defaultValue: false, description: "The closed ones." }) closed: boolean,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: RequestContext,
  ): Promise<MarkQuestionConnection> {
    return loadQuestionsToAnswer(context.database, signedIn(context), closed, page);
  }

  @Query(() => MarkQuestionConnection, { description: "Questions about an own child's marks, newest first; for guardians." })
  markQuestionsOfPupil(
    @Arg("pupilId", () => ID, { description: "The child." }) pupilId: string,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: RequestContext,
  ): Promise<MarkQuestionConnection> {
    return loadQuestionsOfPupil(context.database, signedIn(context), requireUuid(pupilId, "pupilId"), page);
  }

  @Query(() => MarkQuestionConnection, {
    description:
      "Questions that nobody has answered in time, the oldest deadline first: of the school for the deputy and the director, of the own class for its teacher.",
  })
  overdueMarkQuestions(@Args(() => PageArgs) page: PageArgs, @Ctx() context: RequestContext): Promise<MarkQuestionConnection> {
    return loadOverdueQuestions(context.database, signedIn(context), page);
  }

  @FieldResolver(() => Int, { description: "How many there are over all pages." })
  async totalCount(@Root() page: CountedPage<MarkQuestion>): Promise<number> {
    return page.count();
  }

  @Mutation(() => MarkQuestionPayload, { description: "Asks about one mark of an own child; one open question a mark [3.3.4, 4.1.3]." })
  askAboutMark(
    @Arg("input", () => AskAboutMarkInput, { description: "The question." }) input: AskAboutMarkInput,
    @Ctx() context: RequestContext,
  ): Promise<MarkQuestionPayload> {
    return askAboutMark(context, input);
  }

  @Mutation(() => MarkQuestionPayload, { description: "Adds a text to a question until it is closed." })
  writeToQuestion(
    @Arg("input", () => WriteToQuestionInput, { description: "The text." }) input: WriteToQuestionInput,
    @Ctx() context: RequestContext,
  ): Promise<MarkQuestionPayload> {
    return writeToQuestion(context, input);
  }

  @Mutation(() => MarkQuestionPayload, {
    description: "Answers a question as a teacher of its journal, or as who had set the mark [3.3.4].",
  })
  answerQuestion(
    @Arg("input", () => AnswerQuestionInput, { description: "The answer." }) input: AnswerQuestionInput,
    @Ctx() context: RequestContext,
  ): Promise<MarkQuestionPayload> {
    return answerQuestion(context, input);
  }

  @Mutation(() => MarkQuestionPayload, { description: "Ends a question; its outcome and the mark are kept." })
  closeQuestion(
    @Arg("input", () => CloseQuestionInput, { description: "The outcome." }) input: CloseQuestionInput,
    @Ctx() context: RequestContext,
  ): Promise<MarkQuestionPayload> {
    return closeQuestion(context, input);
  }
}

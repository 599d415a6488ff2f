import { Arg, Args, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import { type CountedPage, PageArgs } from "../../kernel/connection";
import { signedIn, type RequestContext } from "../../kernel/request-context";
import { loadReports } from "./load-reports";
import {
  CloseReportInput,
  MessagePayload,
  MessageReportPayload,
  MessageSettingsPayload,
  ReportMessageInput,
  SetMessageSettingsInput,
} from "./message.inputs";
import { type MessageReport, MessageReportConnection, MessageSettings } from "./message-report";
import { loadMessageSettings, setMessageSettings } from "./message-settings";
import { closeReport, reportMessage } from "./report-message";

@Resolver(() => MessageReportConnection)
export class MessageReportResolver {
  @Query(() => MessageReportConnection, {
    description:
      "Messages that were brought before the deputy, newest first: for the deputy and the director, who read no other messages of others.",
  })
  messageReports(
    @Args(() => PageArgs) page: PageArgs,
    @Arg("open", () => Boolean, { defaultValue: true, description: "Those that nobody has closed yet, or the closed ones." }) open: boolean,
    @Ctx() context: RequestContext,
  ): Promise<MessageReportConnection> {
    return loadReports(context.database, signedIn(context), open, page, context.clock.now());
  }

  @FieldResolver(() => Int, { description: "How many there are over all pages." })
  async totalCount(@Root() page: CountedPage<MessageReport>): Promise<number> {
    return page.count();
  }

  @Query(() => MessageSettings, { description: "The school's rules of messages today." })
  messageSettings(@Ctx() context: RequestContext): Promise<MessageSettings> {
    return loadMessageSettings(context.database, signedIn(context));
  }

  @Mutation(() => MessagePayload, { description: "Brings somebody else's message before the deputy." })
  reportMessage(
    @Arg("input", () => ReportMessageInput, { description: "Which, and why." }) input: ReportMessageInput,
    @Ctx() context: RequestContext,
  ): Promise<MessagePayload> {
    return reportMessage(context, input);
  }

  @Mutation(() => MessageReportPayload, { description: "Closes a report with what was done about it." })
  closeReport(
    @Arg("input", () => CloseReportInput, { description: "What was done." }) input: CloseReportInput,
    @Ctx() context: RequestContext,
  ): Promise<MessageReportPayload> {
    return closeReport(context, input);
  }

  @Mutation(() => MessageSettingsPayload, { description: "Sets the school's rules of messages from today on." })
  setMessageSettings(
    @Arg("input", () => SetMessageSettingsInput, { description: "The rules." }) input: SetMessageSettingsInput,
    @Ctx() context: RequestContext,
  ): Promise<MessageSettingsPayload> {
    return setMessageSettings(context, input);
  }
}

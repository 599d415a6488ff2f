import { Arg, Args, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root, Subscription } from "type-graphql";
import type { CountedPage } from "../../kernel/connection";
import { signedIn, type RequestContext } from "../../kernel/request-context";
import { isSignedIn, type ModuleRules } from "../access/access.rules";
import { loadNewsCounts } from "./load-news-counts";
import { loadNoticeSettings } from "./load-notice-settings";
import { loadNotices } from "./load-notices";
import { NewsCounts } from "./news-counts";
import { NewsFeed } from "./news-feed";
import { type Notice, NoticeConnection } from "./notice.entity";
import { NoticePageArgs, ReadNoticesInput, ReadNoticesPayload, SetNoticeSettingsInput, SetNoticeSettingsPayload } from "./notice.inputs";
import { NoticeSettings } from "./notice-settings";
import { readNotices } from "./read-notices";
import { setNoticeSettings } from "./set-notice-settings";

@Resolver(() => NoticeConnection)
export class NoticesResolver {
  @Query(() => NoticeConnection, { description: "What was told to the viewer, newest first [1.4.6]." })
  notices(
    @Args(() => NoticePageArgs) page: NoticePageArgs,
    @Arg("unreadOnly", () => Boolean, { nullable: true, defaultValue: false, description: "Only what was not read yet." })
    unreadOnly: boolean | null,
    @Ctx() context: RequestContext,
  ): Promise<NoticeConnection> {
    return loadNotices(context.database, signedIn(context), unreadOnly ?? false, page);
  }

  @FieldResolver(() => Int, { description: "How many notices the whole list holds, over all its pages." })
  async totalCount(@Root() page: CountedPage<Notice>): Promise<number> {
    return page.count();
  }

  @Query(() => NewsCounts, { description: "What is new for the viewer." })
  newsCounts(@Ctx() context: RequestContext): Promise<NewsCounts> {
    return loadNewsCounts(context.database, signedIn(context));
  }

  @Query(() => NoticeSettings, { description: "What the viewer hears of, where and when." })
  noticeSettings(@Ctx() context: RequestContext): Promise<NoticeSettings> {
    return loadNoticeSettings(context);
  }

  @Mutation(() => ReadNoticesPayload, { description: "Takes one of the viewer's notices, or all up to it, for read, on every device." })
  readNotices(
    @Arg("input", () => ReadNoticesInput, { description: "Which." }) input: ReadNoticesInput,
    @Ctx() context: RequestContext,
  ): Promise<ReadNoticesPayload> {
    return readNotices(context, input);
  }

  @Mutation(() => SetNoticeSettingsPayload, { description: "Chooses what the viewer hears of, where and when; it holds for news to come." })
  setNoticeSettings(
    @Arg("input", () => SetNoticeSettingsInput, { description: "The choices." }) input: SetNoticeSettingsInput,
    @Ctx() context: RequestContext,
  ): Promise<SetNoticeSettingsPayload> {
    return setNoticeSettings(context, input);
  }

  @Subscription(() => NewsCounts, {
    subscribe: ({ context }: { context: RequestContext }) => {
      const { schoolId, personId } = signedIn(context);
      return NewsFeed.of(context.database).changes(schoolId, personId);
    },
    description:
      "What is new for the viewer: at once, so that nothing is missed after a lost connection, and then after each change. " +
      "The stream ends with the viewer's session [1.4.6, 3.3.3].",
  })
  newsChanged(@Ctx() context: RequestContext): Promise<NewsCounts> {
    return loadNewsCounts(context.database, signedIn(context));
  }
}

export const noticesRules: ModuleRules = {
  Query: { notices: isSignedIn, newsCounts: isSignedIn, noticeSettings: isSignedIn }, // one's own: the person is in the statements
  Mutation: { readNotices: isSignedIn, setNoticeSettings: isSignedIn },
  Subscription: { newsChanged: () => true }, // who is signed in; one's own counts
  types: {
    NoticeConnection: { reachedFrom: ["Query.notices"] },
    NoticeEdge: { reachedFrom: ["NoticeConnection.edges"] },
    Notice: { reachedFrom: ["NoticeConnection.nodes", "NoticeEdge.node"] },
    NewsCounts: { reachedFrom: ["Query.newsCounts", "ReadNoticesPayload.counts", "Subscription.newsChanged"] },
    NoticeSettings: { reachedFrom: ["Query.noticeSettings", "SetNoticeSettingsPayload.settings"] },
    NoticeChoice: { reachedFrom: ["NoticeSettings.choices"] },
    ReadNoticesPayload: { reachedFrom: ["Mutation.readNotices"] },
    SetNoticeSettingsPayload: { reachedFrom: ["Mutation.setNoticeSettings"] },
  },
};

import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import type { CountedPage } from "../../kernel/connection";
import { signedIn, type RequestContext } from "../../kernel/request-context";
import { requireUuid } from "../../kernel/uuid";
import { isSignedIn, isStaff, viewerRule, type ModuleRules } from "../access/access.rules";
import { Announcement, AnnouncementConnection } from "./announcement";
import {
  AcknowledgeAnnouncementInput,
  AcknowledgeAnnouncementPayload,
  AnnouncementPageArgs,
  EditAnnouncementInput,
  EditAnnouncementPayload,
  PublishAnnouncementInput,
  PublishAnnouncementPayload,
  ReadAnnouncementsInput,
  ReadAnnouncementsPayload,
  WithdrawAnnouncementInput,
  WithdrawAnnouncementPayload,
} from "./announcement.inputs";
import { AudienceChoice } from "./audience";
import { editAnnouncement, withdrawAnnouncement } from "./change-announcement";
import { mayPublish } from "./decide-audiences";
import { findAnnouncement } from "./find-announcement";
import { loadReceived, loadSent } from "./load-announcements";
import { loadAudienceChoices } from "./load-audience-choices";
import { publishAnnouncement } from "./publish-announcement";
import { acknowledgeAnnouncement, readAnnouncements } from "./read-announcements";

@Resolver(() => AnnouncementConnection)
export class AnnouncementsResolver {
  @Query(() => AnnouncementConnection, {
    description: "Announcements that the viewer received and that are shown today, newest first [1.4.8].",
  })
  announcements(
    @Args(() => AnnouncementPageArgs) page: AnnouncementPageArgs,
    @Ctx() context: RequestContext,
  ): Promise<AnnouncementConnection> {
    return loadReceived(context.database, signedIn(context), page);
  }

  @Query(() => AnnouncementConnection, {
    description: "Announcements that the viewer published, newest first; for the director and the deputy those of the whole school.",
  })
  sentAnnouncements(
    @Args(() => AnnouncementPageArgs) page: AnnouncementPageArgs,
    @Ctx() context: RequestContext,
  ): Promise<AnnouncementConnection> {
    return loadSent(context.database, signedIn(context), page);
  }

  @FieldResolver(() => Int, { description: "How many announcements the whole list holds, over all its pages." })
  async totalCount(@Root() page: CountedPage<Announcement>): Promise<number> {
    return page.count();
  }

  @Query(() => Announcement, {
    description: "One announcement that the viewer published or received; for the director and the deputy every one of the school.",
  })
  announcement(
    @Arg("id", () => ID, { description: "The announcement's id." }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<Announcement> {
    return findAnnouncement(context.database, signedIn(context), requireUuid(id, "id"));
  }

  @Query(() => [AudienceChoice], {
    description: "Whom the viewer may address: the office everybody, a class teacher the own classes; an empty list for all others.",
  })
  audienceChoices(@Ctx() context: RequestContext): Promise<AudienceChoice[]> {
    return loadAudienceChoices(context.database, signedIn(context));
  }

  @Mutation(() => PublishAnnouncementPayload, {
    description:
      "Publishes an announcement to the people whom its audiences hold today [1.4.8, 3.3.3]. Open to the director, the deputy and the administrator, " +
      "and to a class teacher for the own classes.",
  })
  publishAnnouncement(
    @Arg("input", () => PublishAnnouncementInput, { description: "The announcement." }) input: PublishAnnouncementInput,
    @Ctx() context: RequestContext,
  ): Promise<PublishAnnouncementPayload> {
    return publishAnnouncement(context, input);
  }

  @Mutation(() => EditAnnouncementPayload, {
    description: "Changes the words and the dates of one's own announcement; earlier ones stay in the history.",
  })
  editAnnouncement(
    @Arg("input", () => EditAnnouncementInput, { description: "The announcement as it is to be." }) input: EditAnnouncementInput,
    @Ctx() context: RequestContext,
  ): Promise<EditAnnouncementPayload> {
    return editAnnouncement(context, input);
  }

  @Mutation(() => WithdrawAnnouncementPayload, {
    description:
      "Withdraws one's own announcement; the director and the deputy any of the school. Nobody who received it sees it any more.",
  })
  withdrawAnnouncement(
    @Arg("input", () => WithdrawAnnouncementInput, { description: "Which." }) input: WithdrawAnnouncementInput,
    @Ctx() context: RequestContext,
  ): Promise<WithdrawAnnouncementPayload> {
    return withdrawAnnouncement(context, input);
  }

  @Mutation(() => ReadAnnouncementsPayload, { description: "Notes that the viewer has read announcements." })
  readAnnouncements(
    @Arg("input", () => ReadAnnouncementsInput, { description: "Which." }) input: ReadAnnouncementsInput,
    @Ctx() context: RequestContext,
  ): Promise<ReadAnnouncementsPayload> {
    return readAnnouncements(context, input);
  }

  @Mutation(() => AcknowledgeAnnouncementPayload, {
    description: "Acknowledges an announcement that asks for it, and notes that it was read.",
  })
  acknowledgeAnnouncement(
    @Arg("input", () => AcknowledgeAnnouncementInput, { description: "Which." }) input: AcknowledgeAnnouncementInput,
    @Ctx() context: RequestContext,
  ): Promise<AcknowledgeAnnouncementPayload> {
    return acknowledgeAnnouncement(context, input);
  }
}

/** The office and class teachers; which audience is checked by the command [1.4.8, 3.3.3]. */
const publishes = viewerRule("publishes", mayPublish);

export const announcementsRules: ModuleRules = {
  Query: {
    announcements: isSignedIn, // who received it is in the statement
    sentAnnouncements: isStaff,
    announcement: isSignedIn, // the author, who received it, the deputy and the director: in the statement
    audienceChoices: isSignedIn,
  },
  Mutation: {
    publishAnnouncement: publishes, // 1.4.8
    editAnnouncement: publishes, // one's own: in the command
    withdrawAnnouncement: publishes,
    readAnnouncements: isSignedIn, // what one received: in the command
    acknowledgeAnnouncement: isSignedIn,
  },
  types: {
    AnnouncementConnection: { reachedFrom: ["Query.announcements", "Query.sentAnnouncements"] },
    AnnouncementEdge: { reachedFrom: ["AnnouncementConnection.edges"] },
    Announcement: {
      reachedFrom: [
        ...["Query.announcement", "AnnouncementConnection.nodes", "AnnouncementEdge.node"],
        ...["PublishAnnouncementPayload.announcement", "EditAnnouncementPayload.announcement", "WithdrawAnnouncementPayload.announcement"],
        ...["ReadAnnouncementsPayload.announcements", "AcknowledgeAnnouncementPayload.announcement"],
      ],
    },
    Audience: { reachedFrom: ["Announcement.audiences"] },
    AudienceChoice: { reachedFrom: ["Query.audienceChoices"] },
    PublishAnnouncementPayload: { reachedFrom: ["Mutation.publishAnnouncement"] },
    EditAnnouncementPayload: { reachedFrom: ["Mutation.editAnnouncement"] },
    WithdrawAnnouncementPayload: { reachedFrom: ["Mutation.withdrawAnnouncement"] },
    ReadAnnouncementsPayload: { reachedFrom: ["Mutation.readAnnouncements"] },
    AcknowledgeAnnouncementPayload: { reachedFrom: ["Mutation.acknowledgeAnnouncement"] },
  },
};

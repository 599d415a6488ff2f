import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import { PageArgs, type CountedPage } from "../../kernel/connection";
import { signedIn, type RequestContext } from "../../kernel/request-context";
import { requireUuid } from "../../kernel/uuid";
import { isStaff, type ModuleRules } from "../access/access.rules";
import { type AnnouncementReader, AnnouncementReaderConnection, ReaderState } from "./announcement-reader";
import { loadReaders } from "./load-readers";

@Resolver(() => AnnouncementReaderConnection)
export class AnnouncementReadersResolver {
  @Query(() => AnnouncementReaderConnection, {
    description:
      "Who received an announcement, by name, and who read and acknowledged it: for its author, the deputy and the director [1.4.8].",
  })
  announcementReaders(
    @Arg("announcementId", () => ID, { description: "The announcement." }) announcementId: string,
    @Arg("state", () => ReaderState, { nullable: true, description: "Only those who are so far; left out: everybody." })
    state: ReaderState | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: RequestContext,
  ): Promise<AnnouncementReaderConnection> {
    const asked = { announcementId: requireUuid(announcementId, "announcementId"), state: state ?? null };
    return loadReaders(context.database, signedIn(context), asked, page);
  }

  @FieldResolver(() => Int, { description: "How many people there are in that state, over all pages." })
  async totalCount(@Root() page: CountedPage<AnnouncementReader>): Promise<number> {
    return page.count();
  }
}

export const announcementReadersRules: ModuleRules = {
  Query: {
    announcementReaders: isStaff, // the author, the deputy and the director: in the statement
  },
  types: {
    AnnouncementReaderConnection: { reachedFrom: ["Query.announcementReaders"] },
    AnnouncementReaderEdge: { reachedFrom: ["AnnouncementReaderConnection.edges"] },
    AnnouncementReader: { reachedFrom: ["AnnouncementReaderConnection.nodes", "AnnouncementReaderEdge.node"] },
  },
};

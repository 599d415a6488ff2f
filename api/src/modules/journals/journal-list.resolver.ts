import { Arg, Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import { type CountedPage, PageArgs } from "../../kernel/connection";
import type { RequestContext } from "../../kernel/request-context";
import { type Journal, JournalConnection } from "./journal.entity";
import { JournalFilter } from "./journal-filter";
import { listJournals } from "./list-journals";

@Resolver(() => JournalConnection)
export class JournalListResolver {
  @Query(() => JournalConnection, {
    description:
      "Journals that the viewer teaches, substitutes in or leads, by subject and class; those of the whole school for the office [2.1].",
  })
  async journals(
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => JournalFilter, { nullable: true, description: "What to narrow the list to." }) filter: JournalFilter | null,
    @Ctx() context: RequestContext,
  ): Promise<JournalConnection> {
    return listJournals(context, page, filter ?? {});
  }

  @FieldResolver(() => Int, { description: "How many journals the whole list holds, over all its pages." })
  async totalCount(@Root() page: CountedPage<Journal>): Promise<number> {
    return page.count();
  }
}

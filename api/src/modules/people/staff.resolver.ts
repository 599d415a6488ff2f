import { Arg, Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import { PageArgs } from "../../kernel/connection";
import type { RequestContext } from "../../kernel/request-context";
import { searchByName } from "./name-search";
import { readPeoplePage } from "./people-page";
import { selectPeople } from "./select-people";
import { Staff, StaffConnection } from "./staff.entity";

@Resolver(() => StaffConnection)
export class StaffResolver {
  @Query(() => StaffConnection, { description: "Those who work at the school today, by the Russian alphabet." })
  async staff(
    @Args(() => PageArgs) page: PageArgs,
    @Arg("search", () => String, {
      nullable: true,
      description: "The beginning of a surname or given name, or of both; ё is as good as е.",
    })
    search: string | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<StaffConnection> {
    return readPeoplePage(context, page, "staff", (manager, { schoolId, today }) =>
      searchByName(selectPeople(manager, schoolId, Staff, "staff").andWhere(EMPLOYED, { today }), search ?? "", "search"),
    );
  }

  @FieldResolver(() => Int, { description: "How many people the whole list holds, over all its pages." })
  async totalCount(@Root() page: StaffConnection): Promise<number> {
    return page.count();
  }
}

const EMPLOYED = "staff.hiredOn <= :today AND (staff.leftOn IS NULL OR staff.leftOn >= :today)";

import { Arg, Ctx, Query, Resolver } from "type-graphql";
import { signedIn, type RequestContext } from "../../kernel/request-context";
import { LocalDate } from "../../kernel/scalars";
import { isStaff, type ModuleRules } from "../access/access.rules";
import { loadMyDay } from "./load-my-day";
import { MyDay } from "./my-day";

@Resolver()
export class MyDayResolver {
  @Query(() => MyDay, {
    description:
      "A teacher's day: own and substituted lessons with what each still lacks [3.2]. Without `date`: today, or the next day with lessons when today has none.",
  })
  myDay(
    @Arg("date", () => LocalDate, { nullable: true, description: "A civil date of the school." }) date: string | null,
    @Ctx() context: RequestContext,
  ): Promise<MyDay> {
    return loadMyDay(context.database, context.clock, signedIn(context), date ?? null);
  }
}

export const myDayRules: ModuleRules = {
  Query: { myDay: isStaff }, // 2.1; whose lessons, says the statement
  types: { MyDay: { reachedFrom: ["Query.myDay"] }, DayLesson: { reachedFrom: ["Query.myDay"] } },
};

import { Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../kernel/request-context";
import { MarkCellResult } from "../marks/mark-cell";
import { makeAverageLoader, type TermAverage } from "./average-loader";

/** What the operation did to the pupil's term: worked out only when it is asked for, in one statement for all the cells. */
@Resolver(() => MarkCellResult)
export class MarkCellAverageResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: "The pupil's weighted mean of the term as it stands after the operation: `4.33`.",
  })
  async average(@Root() cell: MarkCellResult, @Ctx() context: RequestContext): Promise<string | null> {
    return (await averageOf(cell, context)).average;
  }

  @FieldResolver(() => Int, { nullable: true, description: "The mean rounded by the school's rule; null with fewer than three grades." })
  async suggested(@Root() cell: MarkCellResult, @Ctx() context: RequestContext): Promise<number | null> {
    return (await averageOf(cell, context)).suggested;
  }
}

async function averageOf({ journalId, termId, pupilId, code }: MarkCellResult, context: RequestContext): Promise<TermAverage> {
  if (!termId || (code !== null && code !== "CONFLICT")) return { average: null, suggested: null };
  return context.loader(makeAverageLoader).load({ journalId, termId, pupilId });
}

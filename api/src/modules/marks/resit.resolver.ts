import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { RequestContext } from "../../kernel/request-context";
import { teachesJournal, type ModuleRules } from "../access/access.rules";
import { planResits } from "./plan-resits";
import { PlanResitsPayload } from "./resit";
import { PlanResitsInput } from "./resit.inputs";

@Resolver()
export class ResitResolver {
  @Mutation(() => PlanResitsPayload, {
    description:
      "Plans, moves or cancels the day on which those absent at a control work write it, answered pupil by pupil [3.2.4]. From that day their marks may be set, and the absence stays.",
  })
  planResits(
    @Arg("input", () => PlanResitsInput, { description: "The pupils." }) input: PlanResitsInput,
    @Ctx() context: RequestContext,
  ): Promise<PlanResitsPayload> {
    return planResits(context, input);
  }
}

export const resitRules: ModuleRules = {
  Mutation: { planResits: teachesJournal }, // 3.2.4
  types: {
    PlanResitsPayload: { reachedFrom: ["Mutation.planResits"] },
    ResitResult: { reachedFrom: ["PlanResitsPayload.resits"] },
    Resit: { reachedFrom: ["ResitResult.resit", "Query.controlWork", "Query.controlWorks"] },
  },
};

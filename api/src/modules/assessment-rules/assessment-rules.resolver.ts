import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import { signedIn, type RequestContext } from "../../kernel/request-context";
import { LocalDate } from "../../kernel/scalars";
import { isSignedIn, seesSchool, type ModuleRules } from "../access/access.rules";
import { loadAssessmentRules } from "./load-assessment-rules";
import { AssessmentRulesCard, AssessmentRulesPayload, SetAssessmentRulesInput, WithdrawAssessmentRulesInput } from "./rules-document";
import { setAssessmentRules, withdrawAssessmentRules } from "./set-assessment-rules";

@Resolver()
export class AssessmentRulesResolver {
  @Query(() => AssessmentRulesCard, {
    description:
      "The school's rules of assessment on a date, today by default [1.4.4, 3.2.7]. Open to everybody of the school: marks follow from them.",
  })
  assessmentRules(
    @Arg("on", () => LocalDate, { nullable: true, description: "The date." }) on: string | null,
    @Ctx() context: RequestContext,
  ): Promise<AssessmentRulesCard> {
    const viewer = signedIn(context);
    return loadAssessmentRules(context.database, viewer, on ?? viewer.today);
  }

  @Mutation(() => AssessmentRulesPayload, {
    description: "Sets the rules from a day on; the past keeps its own. Open to the director and the deputy.",
  })
  setAssessmentRules(
    @Arg("input", () => SetAssessmentRulesInput, { description: "The rules." }) input: SetAssessmentRulesInput,
    @Ctx() context: RequestContext,
  ): Promise<AssessmentRulesPayload> {
    return setAssessmentRules(context, input);
  }

  @Mutation(() => AssessmentRulesPayload, { description: "Takes back a version that has not begun. Open to the director and the deputy." })
  withdrawAssessmentRules(
    @Arg("input", () => WithdrawAssessmentRulesInput, { description: "Which." }) input: WithdrawAssessmentRulesInput,
    @Ctx() context: RequestContext,
  ): Promise<AssessmentRulesPayload> {
    return withdrawAssessmentRules(context, input);
  }
}

export const assessmentRulesRules: ModuleRules = {
  Query: { assessmentRules: isSignedIn },
  Mutation: { setAssessmentRules: seesSchool, withdrawAssessmentRules: seesSchool }, // 3.4.2
  types: {
    AssessmentRulesCard: { reachedFrom: ["Query.assessmentRules"] },
    AssessmentRules: { reachedFrom: ["Query.assessmentRules"] },
    Bands: { reachedFrom: ["Query.assessmentRules"] },
    LeastMarks: { reachedFrom: ["Query.assessmentRules"] },
    IllnessRule: { reachedFrom: ["Query.assessmentRules"] },
    WorkRule: { reachedFrom: ["Query.assessmentRules", "Query.journalPage"] },
    SubjectRules: { reachedFrom: ["Query.assessmentRules"] },
    AssessmentRulesPayload: { reachedFrom: ["Mutation.setAssessmentRules", "Mutation.withdrawAssessmentRules"] },
  },
};

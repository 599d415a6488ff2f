import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import { PageArgs } from "../../kernel/connection";
import { signedIn, type RequestContext } from "../../kernel/request-context";
import { requireUuid } from "../../kernel/uuid";
import { seesSchool, type ModuleRules } from "../access/access.rules";
import { AnalysisCardConnection } from "./analysis-card";
import { AnalysisPayload, ReopenAnalysisInput, SaveAnalysisInput, SignAnalysisInput } from "./analysis.inputs";
import { readsAnalysis, writesAnalysis } from "./analysis.rules";
import { reopenAnalysis, saveAnalysis, signAnalysis } from "./change-analysis";
import { ClassAnalysis } from "./class-analysis";
import { loadAnalysisCards } from "./load-analysis-cards";
import { loadClassAnalysis } from "./load-class-analysis";

@Resolver()
export class AnalysisResolver {
  @Query(() => ClassAnalysis, {
    description:
      "A class's analysis of a term or a year: quality figures, pupils by the worst mark, absences by reason, comparison, and the class teacher's words. " +
      "Without `termId` and `wholeYear`: the last term that is over. Open to the class's teacher, the deputy and the director [3.3.2].",
  })
  classAnalysis(
    @Arg("classId", () => ID, { description: "The class." }) classId: string,
    @Arg("termId", () => ID, { nullable: true, description: "A term of the class's year." }) termId: string | null,
    @Arg("wholeYear", () => Boolean, { defaultValue: false, description: "The whole year by its year marks; `termId` is then left out." })
    wholeYear: boolean,
    @Ctx() context: RequestContext,
  ): Promise<ClassAnalysis> {
    return loadClassAnalysis(context.database, signedIn(context), {
      classId: requireUuid(classId, "classId"),
      termId: termId ? requireUuid(termId, "termId") : null,
      wholeYear,
    });
  }

  @Query(() => AnalysisCardConnection, {
    description:
      "The classes of a year with their analyses of one period, by grade and label: of a term, of the year, or without either of the last term that is over. " +
      "Open to the deputy and the director [3.3.2, 3.4.4].",
  })
  analyses(
    @Args(() => PageArgs) page: PageArgs,
    @Arg("termId", () => ID, { nullable: true, description: "A term; classes of other terms are left out." }) termId: string | null,
    @Arg("wholeYear", () => Boolean, { defaultValue: false, description: "Analyses of the whole year." }) wholeYear: boolean,
    @Ctx() context: RequestContext,
  ): Promise<AnalysisCardConnection> {
    const asked = { termId: termId ? requireUuid(termId, "termId") : null, wholeYear };
    return loadAnalysisCards(context.database, signedIn(context), asked, page);
  }

  @Mutation(() => AnalysisPayload, {
    description: "Keeps the words as a draft with the figures of now. Open to the class's teacher [3.3.2].",
  })
  saveAnalysis(
    @Arg("input", () => SaveAnalysisInput, { description: "The words." }) input: SaveAnalysisInput,
    @Ctx() context: RequestContext,
  ): Promise<AnalysisPayload> {
    return saveAnalysis(context, input);
  }

  @Mutation(() => AnalysisPayload, {
    description:
      "Signs a draft of a period that is over: its figures stay as they are now, and the deputy and the director read it [3.3.2].",
  })
  signAnalysis(
    @Arg("input", () => SignAnalysisInput, { description: "Which." }) input: SignAnalysisInput,
    @Ctx() context: RequestContext,
  ): Promise<AnalysisPayload> {
    return signAnalysis(context, input);
  }

  @Mutation(() => AnalysisPayload, { description: "Makes a signed analysis a draft again; what was signed stays in the history." })
  reopenAnalysis(
    @Arg("input", () => ReopenAnalysisInput, { description: "Which." }) input: ReopenAnalysisInput,
    @Ctx() context: RequestContext,
  ): Promise<AnalysisPayload> {
    return reopenAnalysis(context, input);
  }
}

const ofAnalysis = { reachedFrom: ["Query.classAnalysis", "AnalysisPayload.analysis"] };
const ofCommands = { reachedFrom: ["Mutation.saveAnalysis", "Mutation.signAnalysis", "Mutation.reopenAnalysis"] };

export const analysisRules: ModuleRules = {
  Query: {
    classAnalysis: readsAnalysis, // 2.1, 3.3.2
    analyses: seesSchool, // 2.6
  },
  Mutation: {
    saveAnalysis: writesAnalysis, // 3.3.2
    signAnalysis: writesAnalysis,
    reopenAnalysis: writesAnalysis,
  },
  types: {
    AnalysisPayload: ofCommands,
    AnalysisCardConnection: { reachedFrom: ["Query.analyses"] },
    AnalysisCardEdge: { reachedFrom: ["AnalysisCardConnection.edges"] },
    AnalysisCard: { reachedFrom: ["AnalysisCardConnection.nodes", "AnalysisCardEdge.node"] },
    ClassAnalysis: ofAnalysis,
    AnalysisDocument: { reachedFrom: ["ClassAnalysis.document"] },
    AnalysisFigures: { reachedFrom: ["ClassAnalysis.figures"] },
    AnalysisPeriod: { reachedFrom: ["ClassAnalysis.terms", "AnalysisComparison.period", "AnalysisCard.period"] },
    AnalysisComparison: {
      reachedFrom: ["ClassAnalysis.changedSince", "AnalysisFigures.summary", "AnalysisFigures.comparison", "AnalysisCard.summary"],
    },
    AnalysisQuality: { reachedFrom: ["AnalysisComparison.byPupils", "AnalysisComparison.byMarks", "AnalysisSubject.quality"] },
    AnalysisCategory: { reachedFrom: ["AnalysisComparison.categories"] },
    AnalysisSubject: { reachedFrom: ["AnalysisFigures.subjects"] },
    AnalysisPupil: { reachedFrom: ["AnalysisFigures.pupils"] },
    AnalysisMark: { reachedFrom: ["AnalysisPupil.deciding", "AnalysisPupil.unmarked"] },
    AnalysisAbsences: { reachedFrom: ["AnalysisComparison.absences", "AnalysisPupil.absences"] },
  },
};

import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import { signedIn, type RequestContext } from "../../kernel/request-context";
import { requireUuid } from "../../kernel/uuid";
import type { ModuleRules } from "../access/access.rules";
import { AnalysisPayload, ReopenAnalysisInput, SaveAnalysisInput, SignAnalysisInput } from "./analysis.inputs";
import { readsAnalysis, writesAnalysis } from "./analysis.rules";
import { reopenAnalysis, saveAnalysis, signAnalysis } from "./change-analysis";
import { ClassAnalysis } from "./class-analysis";
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
  },
  Mutation: {
    saveAnalysis: writesAnalysis, // 3.3.2
    signAnalysis: writesAnalysis,
    reopenAnalysis: writesAnalysis,
  },
  types: {
    AnalysisPayload: ofCommands,
    ClassAnalysis: ofAnalysis,
    AnalysisDocument: { reachedFrom: ["ClassAnalysis.document"] },
    AnalysisFigures: { reachedFrom: ["ClassAnalysis.figures"] },
    AnalysisPeriod: { reachedFrom: ["ClassAnalysis.terms", "AnalysisComparison.period"] },
    AnalysisComparison: { reachedFrom: ["ClassAnalysis.changedSince", "AnalysisFigures.summary", "AnalysisFigures.comparison"] },
    AnalysisQuality: { reachedFrom: ["AnalysisComparison.byPupils", "AnalysisComparison.byMarks", "AnalysisSubject.quality"] },
    AnalysisCategory: { reachedFrom: ["AnalysisComparison.categories"] },
    AnalysisSubject: { reachedFrom: ["AnalysisFigures.subjects"] },
    AnalysisPupil: { reachedFrom: ["AnalysisFigures.pupils"] },
    AnalysisMark: { reachedFrom: ["AnalysisPupil.deciding", "AnalysisPupil.unmarked"] },
    AnalysisAbsences: { reachedFrom: ["AnalysisComparison.absences", "AnalysisPupil.absences"] },
  },
};

import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { RequestContext } from "../../kernel/request-context";
import { teachesJournal, type ModuleRules } from "../access/access.rules";
import { clearMark } from "./clear-mark";
import { ClearMarkPayload, SetMarksPayload } from "./mark-cell";
import { ClearMarkInput, SetMarksInput } from "./mark.inputs";
import { setMarks } from "./set-marks";

@Resolver()
export class MarkResolver {
  @Mutation(() => SetMarksPayload, {
    description:
      "Sets a column, a row or any cells of one journal, answered cell by cell [3.2.3]. Open to the journal's teacher and to the one who substitutes the lesson.",
  })
  setMarks(
    @Arg("input", () => SetMarksInput, { description: "The cells." }) input: SetMarksInput,
    @Ctx() context: RequestContext,
  ): Promise<SetMarksPayload> {
    return setMarks(context, input);
  }

  @Mutation(() => ClearMarkPayload, { description: "Takes one mark away; its history stays." })
  clearMark(
    @Arg("input", () => ClearMarkInput, { description: "The cell." }) input: ClearMarkInput,
    @Ctx() context: RequestContext,
  ): Promise<ClearMarkPayload> {
    return clearMark(context, input);
  }
}

export const markRules: ModuleRules = {
  Mutation: {
    setMarks: teachesJournal, // 3.2.3
    clearMark: teachesJournal, // 3.2.3
  },
  types: {
    SetMarksPayload: { reachedFrom: ["Mutation.setMarks"] },
    ClearMarkPayload: { reachedFrom: ["Mutation.clearMark"] },
    MarkCellResult: { reachedFrom: ["SetMarksPayload.cells", "ClearMarkPayload.cell"] },
    PageMark: { reachedFrom: ["MarkCellResult.mark", "Query.journalPage"] },
    PageAssessment: { reachedFrom: ["MarkCellResult.assessment", "Query.journalPage"] },
  },
};

import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { RequestContext } from "../../kernel/request-context";
import { keepsJournal, type ModuleRules } from "../access/access.rules";
import { SetTermMarksPayload } from "./given-term-mark";
import { setTermMarks } from "./set-term-marks";
import { SetTermMarksInput } from "./term-marks.inputs";

@Resolver()
export class TermMarksResolver {
  @Mutation(() => SetTermMarksPayload, {
    description:
      "Sets a column of marks for a term or the year, of an exam, or final ones, answered cell by cell [3.2.5, 3.2.7]. A mark that differs from what the school's rules suggest needs a reason. Open to the journal's teacher, from the term's last days on and while it is open.",
  })
  setTermMarks(
    @Arg("input", () => SetTermMarksInput, { description: "The column." }) input: SetTermMarksInput,
    @Ctx() context: RequestContext,
  ): Promise<SetTermMarksPayload> {
    return setTermMarks(context, input);
  }
}

export const termMarksRules: ModuleRules = {
  Mutation: { setTermMarks: keepsJournal }, // 3.2.7
  types: {
    SetTermMarksPayload: { reachedFrom: ["Mutation.setTermMarks"] },
    TermMarkCellResult: { reachedFrom: ["SetTermMarksPayload.cells"] },
    GivenTermMark: { reachedFrom: ["TermMarkCellResult.mark", "Query.journalPage"] },
  },
};

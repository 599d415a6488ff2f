import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { RequestContext } from "../../kernel/request-context";
import { teachesJournal, type ModuleRules } from "../access/access.rules";
import { SetHomeworkInput, SetHomeworkPayload } from "./homework.inputs";
import { setHomework } from "./set-homework";

@Resolver()
export class HomeworkResolver {
  @Mutation(() => SetHomeworkPayload, {
    description:
      "Gives homework on a lesson, changes it or takes it away [3.2.6]. Open to the journal's teacher and to the one who substitutes the lesson.",
  })
  setHomework(
    @Arg("input", () => SetHomeworkInput, { description: "The homework." }) input: SetHomeworkInput,
    @Ctx() context: RequestContext,
  ): Promise<SetHomeworkPayload> {
    return setHomework(context, input);
  }
}

export const homeworkRules: ModuleRules = {
  Mutation: {
    setHomework: teachesJournal, // 3.2.6
  },
  types: { SetHomeworkPayload: { reachedFrom: ["Mutation.setHomework"] } },
};

import { Arg, ID, Resolver, Root, Subscription } from "type-graphql";
import { signedIn, type RequestContext } from "../../kernel/request-context";
import { mayReadDiary, type ModuleRules } from "../access/access.rules";
import { DiaryChange } from "./diary-change.entity";
import { DiaryFeed } from "./diary-feed";

@Resolver()
export class DiaryChangeResolver {
  @Subscription(() => DiaryChange, {
    subscribe: ({ args, context }: { args: { pupilId: string }; context: RequestContext }) =>
      DiaryFeed.of(context.database).changes(signedIn(context).schoolId, args.pupilId),
    description:
      "The pupil's diary has changed on these dates (marks, absences, homework or lesson): read it again. " +
      "The stream ends with the viewer's session or right to the diary [1.4.6, 2.2, 4.1.3, 4.2.1].",
  })
  diaryChanged(@Root() dates: string[], @Arg("pupilId", () => ID, { description: "Whose diary." }) pupilId: string): DiaryChange {
    return { pupilId, dates };
  }
}

export const diaryChangeRules: ModuleRules = {
  Subscription: { diaryChanged: mayReadDiary },
  types: { DiaryChange: { reachedFrom: ["Subscription.diaryChanged"] } },
};

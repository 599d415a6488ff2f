import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import { signedIn, type RequestContext } from "../../kernel/request-context";
import { LocalDate } from "../../kernel/scalars";
import { requireUuid } from "../../kernel/uuid";
import { readsDiary, type ModuleRules } from "../access/access.rules";
import { DiaryWeek } from "./diary-week";
import { loadDiaryWeek } from "./load-diary-week";
import { loadPupilTerm } from "./load-pupil-term";
import { PupilTerm } from "./pupil-term";

@Resolver()
export class DiaryResolver {
  @Query(() => DiaryWeek, {
    description:
      "One pupil's school week (Monday to Saturday) that holds `week`. Open to the pupil and the guardians, and to nobody else [2.2, 4.2].",
  })
  diaryWeek(
    @Arg("pupilId", () => ID, { description: "The pupil." }) pupilId: string,
    @Arg("week", () => LocalDate, { description: "Any date of the week." }) week: string,
    @Ctx() context: RequestContext,
  ): Promise<DiaryWeek> {
    return loadDiaryWeek(context.database, signedIn(context), requireUuid(pupilId, "pupilId"), week);
  }

  @Query(() => PupilTerm, {
    description:
      "One pupil's marks, averages and term marks by subject over one term. Without `termId`: the term of today, or the last one begun. Open to the pupil and the guardians [2.2, 4.2].",
  })
  pupilTerm(
    @Arg("pupilId", () => ID, { description: "The pupil." }) pupilId: string,
    @Arg("termId", () => ID, { nullable: true, description: "A term of a year in which the pupil had a class." }) termId: string | null,
    @Ctx() context: RequestContext,
  ): Promise<PupilTerm> {
    const term = termId ? requireUuid(termId, "termId") : null;
    return loadPupilTerm(context.database, context.clock, signedIn(context), requireUuid(pupilId, "pupilId"), term);
  }
}

const ofWeek = { reachedFrom: ["Query.diaryWeek"] };
const ofTerm = { reachedFrom: ["Query.pupilTerm"] };

export const diaryRules: ModuleRules = {
  Query: { diaryWeek: readsDiary, pupilTerm: readsDiary }, // 2.2
  types: {
    DiaryWeek: ofWeek,
    DiaryDay: ofWeek,
    DiaryLesson: ofWeek,
    DiaryHomework: ofWeek,
    DiaryMark: ofWeek,
    DiaryAttendance: ofWeek,
    PupilTerm: ofTerm,
    PupilSubject: ofTerm,
    TermMarkCell: ofTerm,
    PastTermMark: ofTerm,
  },
};

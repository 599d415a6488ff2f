import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import { signedIn, type RequestContext } from "../../kernel/request-context";
import { DateTime, LocalDate } from "../../kernel/scalars";
import { requireUuid } from "../../kernel/uuid";
import { readsDiary, type ModuleRules } from "../access/access.rules";
import { pastMoment } from "../history/moment";
import { DiaryWeek } from "./diary-week";
import { loadDiaryWeek } from "./load-diary-week";
import { loadPupilTerm } from "./load-pupil-term";
import { PupilTerm } from "./pupil-term";

const AT = { nullable: true, description: "The page as it stood at this moment [1.4.4]; left out: as it stands." };

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
    @Arg("at", () => DateTime, AT) at?: Date | null,
  ): Promise<DiaryWeek> {
    const viewer = signedIn(context);
    const moment = at ? pastMoment(context.clock, viewer, at) : null;
    return loadDiaryWeek(context.database, viewer, requireUuid(pupilId, "pupilId"), week, moment);
  }

  @Query(() => PupilTerm, {
    description:
      "One pupil's marks, averages and term marks by subject over one term. Without `termId`: the term of today, or the last one begun. Open to the pupil and the guardians [2.2, 4.2].",
  })
  pupilTerm(
    @Arg("pupilId", () => ID, { description: "The pupil." }) pupilId: string,
    @Arg("termId", () => ID, { nullable: true, description: "A term of a year in which the pupil had a class." }) termId: string | null,
    @Ctx() context: RequestContext,
    @Arg("at", () => DateTime, AT) at?: Date | null,
  ): Promise<PupilTerm> {
    const viewer = signedIn(context);
    const term = termId ? requireUuid(termId, "termId") : null;
    const moment = at ? pastMoment(context.clock, viewer, at) : null;
    return loadPupilTerm(context.database, context.clock, viewer, { pupilId: requireUuid(pupilId, "pupilId"), termId: term, moment });
  }
}

const ofWeek = { reachedFrom: ["Query.diaryWeek"] };
const ofTerm = { reachedFrom: ["Query.pupilTerm"] };

export const diaryRules: ModuleRules = {
  Query: { diaryWeek: readsDiary, pupilTerm: readsDiary }, // 2.2
  types: {
    DiaryWeek: ofWeek,
    DiaryDay: ofWeek,
    DiaryResit: ofWeek,
    DiaryLesson: ofWeek,
    DiaryHomework: ofWeek,
    DiaryMark: ofWeek,
    CountedPoints: { reachedFrom: [...ofWeek.reachedFrom, ...ofTerm.reachedFrom] },
    DiaryDebt: ofWeek,
    DiaryAttendance: ofWeek,
    PupilTerm: ofTerm,
    PupilSubject: ofTerm,
    TermMarkCell: ofTerm,
    PastTermMark: ofTerm,
  },
};

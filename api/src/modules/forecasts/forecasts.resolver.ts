import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import { signedIn, type RequestContext } from "../../kernel/request-context";
import { requireUuid } from "../../kernel/uuid";
import { readsDiary, type ModuleRules } from "../access/access.rules";
import { loadPupilForecast } from "./load-pupil-forecast";
import { PupilForecast } from "./pupil-forecast";

@Resolver()
export class ForecastsResolver {
  @Query(() => PupilForecast, {
    description:
      "What a pupil needs for each grade of a term, by subject, reckoned by the school's rules. Without `termId`: the term of today, or the last one begun. " +
      "Open to the pupil and the guardians [2.2, 3.3.4].",
  })
  pupilForecast(
    @Arg("pupilId", () => ID, { description: "The pupil." }) pupilId: string,
    @Arg("termId", () => ID, { nullable: true, description: "A term of a year in which the pupil had a class." }) termId: string | null,
    @Ctx() context: RequestContext,
  ): Promise<PupilForecast> {
    const asked = { pupilId: requireUuid(pupilId, "pupilId"), termId: termId ? requireUuid(termId, "termId") : null };
    return loadPupilForecast(context.database, context.clock, signedIn(context), asked);
  }
}

const ofPupil = { reachedFrom: ["Query.pupilForecast"] };

export const forecastsRules: ModuleRules = {
  Query: {
    pupilForecast: readsDiary, // 2.2, 3.3.4
  },
  types: {
    PupilForecast: ofPupil,
    SubjectForecast: { reachedFrom: ["PupilForecast.subjects"] },
    ForecastGrade: { reachedFrom: ["SubjectForecast.grades"] },
    ForecastPath: { reachedFrom: ["ForecastGrade.paths"] },
  },
};

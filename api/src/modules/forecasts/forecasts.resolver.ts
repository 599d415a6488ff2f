import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import { signedIn, type RequestContext } from "../../kernel/request-context";
import { requireUuid } from "../../kernel/uuid";
import { isSignedIn, leadsClass, readsDiary, viewerRule, type ModuleRules } from "../access/access.rules";
import { ClassForecast } from "./class-forecast";
import { loadClassForecast } from "./load-class-forecast";
import { loadPupilForecast } from "./load-pupil-forecast";
import { loadReceipts } from "./load-receipts";
import { PupilForecast } from "./pupil-forecast";
import { findForecast, readForecast } from "./read-forecast";
import { sendForecasts } from "./send-forecasts";
import {
  ForecastReceipt,
  ReadForecastInput,
  ReadForecastPayload,
  SendForecastsInput,
  SendForecastsPayload,
  SentForecast,
} from "./sent-forecast";
import { ForecastSign } from "./watch-subject";

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

  @Query(() => ClassForecast, {
    description:
      "Who of a class is at the border of a grade, who falls, and whom a 2 or «н/а» threatens. Without `termId`: the term of today, or the last one begun. " +
      "Open to the class's teacher, the deputy and the director [3.3.4].",
  })
  classForecast(
    @Arg("classId", () => ID, { description: "The class." }) classId: string,
    @Arg("termId", () => ID, { nullable: true, description: "A term of the class's year." }) termId: string | null,
    @Arg("signs", () => [ForecastSign], { nullable: true, description: "Only subjects with one of these signs; left out: with any." })
    signs: ForecastSign[] | null,
    @Arg("pupilId", () => ID, { nullable: true, description: "Only this pupil, with every subject: what would be sent to the family." })
    pupilId: string | null,
    @Ctx() context: RequestContext,
  ): Promise<ClassForecast> {
    return loadClassForecast(context.database, context.clock, signedIn(context), {
      classId: requireUuid(classId, "classId"),
      termId: termId ? requireUuid(termId, "termId") : null,
      pupilId: pupilId ? requireUuid(pupilId, "pupilId") : null,
      signs: signs ?? null,
    });
  }

  @Query(() => [ForecastReceipt], {
    description:
      "What became of the forecasts that were sent to the families of a class in a term: delivered, mailed, read. The newest 120, newest first. " +
      "Open to the class's teacher, the deputy and the director [3.3.4].",
  })
  forecastReceipts(
    @Arg("classId", () => ID, { description: "The class." }) classId: string,
    @Arg("termId", () => ID, { description: "The term." }) termId: string,
    @Ctx() context: RequestContext,
  ): Promise<ForecastReceipt[]> {
    const asked = [requireUuid(classId, "classId"), requireUuid(termId, "termId")] as const;
    return loadReceipts(context.database, signedIn(context), ...asked);
  }

  @Query(() => SentForecast, {
    description:
      "One forecast that was sent to the viewer, whose child it still is, or to a class that the viewer leads; the office reads all.",
  })
  forecast(@Arg("id", () => ID, { description: "The forecast." }) id: string, @Ctx() context: RequestContext): Promise<SentForecast> {
    return findForecast(context.database, signedIn(context), requireUuid(id, "id"));
  }

  @Mutation(() => SendForecastsPayload, {
    description: "Keeps the forecasts of pupils as they stand now, and sends them to their families. Open to the class's teacher [3.3.4].",
  })
  sendForecasts(
    @Arg("input", () => SendForecastsInput, { description: "To whom, with which words." }) input: SendForecastsInput,
    @Ctx() context: RequestContext,
  ): Promise<SendForecastsPayload> {
    return sendForecasts(context, input);
  }

  @Mutation(() => ReadForecastPayload, {
    description: "Notes that the viewer has opened a forecast that was sent to them; the first moment stays.",
  })
  readForecast(
    @Arg("input", () => ReadForecastInput, { description: "Which." }) input: ReadForecastInput,
    @Ctx() context: RequestContext,
  ): Promise<ReadForecastPayload> {
    return readForecast(context, input);
  }
}

/** The class's own teacher. */
const sendsForecasts = viewerRule<{ input: { classId: string } }>("sendsForecasts", (viewer, { input }) => viewer.leads.has(input.classId));

export const forecastsRules: ModuleRules = {
  Query: {
    pupilForecast: readsDiary, // 2.2, 3.3.4
    classForecast: leadsClass, // 2.1, 3.3.4
    forecastReceipts: leadsClass,
    forecast: isSignedIn, // who received it, and who leads the class: in the statement
  },
  Mutation: {
    sendForecasts: sendsForecasts, // 3.3.4
    readForecast: isSignedIn, // what one received: in the command
  },
  types: {
    PupilForecast: { reachedFrom: ["Query.pupilForecast"] },
    ClassForecast: { reachedFrom: ["Query.classForecast"] },
    WatchedPupil: { reachedFrom: ["ClassForecast.pupils"] },
    WatchedSubject: { reachedFrom: ["WatchedPupil.subjects"] },
    SubjectForecast: { reachedFrom: ["PupilForecast.subjects", "WatchedSubject.forecast", "SentForecast.subjects"] },
    ForecastGrade: { reachedFrom: ["SubjectForecast.grades"] },
    ForecastPath: { reachedFrom: ["ForecastGrade.paths"] },
    SentForecast: { reachedFrom: ["Query.forecast"] },
    ForecastReceipt: { reachedFrom: ["Query.forecastReceipts"] },
    ForecastRecipient: { reachedFrom: ["ForecastReceipt.recipients"] },
    SendForecastsPayload: { reachedFrom: ["Mutation.sendForecasts"] },
    ReadForecastPayload: { reachedFrom: ["Mutation.readForecast"] },
  },
};

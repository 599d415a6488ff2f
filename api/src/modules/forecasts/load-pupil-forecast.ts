import type { Clock } from "../../kernel/clock";
import type { Database } from "../../kernel/database";
import { notFound } from "../../kernel/refusal";
import type { Viewer } from "../../kernel/viewer";
import { unpackTerms } from "../calendar/terms-of-page";
import { toTermSuggestion } from "../term-marks/term-suggestion";
import type { GradeForecast } from "./forecast";
import { PUPIL_FORECAST, type ForecastRow } from "./forecast-statement";
import type { ForecastGrade, PupilForecast, SubjectForecast } from "./pupil-forecast";
import { readForecasts, type ReckonedForecast } from "./read-forecasts";

/** The forecast of a pupil whose diary is the viewer's. @throws Refusal NOT_FOUND when it is not, or the pupil had no class in that term. */
export async function loadPupilForecast(
  database: Database,
  clock: Clock,
  viewer: Viewer,
  { pupilId, termId }: { pupilId: string; termId: string | null },
): Promise<PupilForecast> {
  const values = [viewer.schoolId, pupilId, [...viewer.diaries], termId, viewer.today, clock.now()];
  const [row] = await database.read<ForecastRow>(viewer.schoolId, PUPIL_FORECAST, values);
  if (!row) throw notFound("Дневник или учебный период");
  const { term } = unpackTerms(row);
  return { pupilId, term, isOver: row.is_over, subjects: readForecasts(row).map(toSubjectForecast) };
}

export function toSubjectForecast(reckoned: ReckonedForecast): SubjectForecast {
  const { journalId, subject, teachers, average, suggestion, termMark, facts, grades } = reckoned;
  return {
    journalId,
    subject,
    teachers,
    average,
    suggestion: toTermSuggestion(suggestion, facts),
    termMark,
    lessonsLeft: facts.lessonsLeft,
    grades: grades.map(toForecastGrade),
  };
}

export function toForecastGrade({ grade, outlook, fewest, paths }: GradeForecast): ForecastGrade {
  const told = paths.map(({ kinds, weightHundredths, fives, same }) => ({ kinds, weight: weightHundredths / 100, fives, same }));
  return { grade, outlook, fewest, paths: told };
}

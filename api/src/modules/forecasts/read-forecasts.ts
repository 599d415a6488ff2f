import { readRules, rulesOfSubject, type AssessmentRules } from "../assessment-rules/assessment-rules";
import { averageText, MarkSummer } from "../marks/weighted-average";
import { termMarkText } from "../term-marks/term-mark-text";
import { forecastTerm, type ForecastFacts, type GradeForecast } from "./forecast";
import type { ForecastRow, PackedMark, PackedSubject } from "./forecast-statement";
import type { Suggestion } from "../term-marks/suggest-term-mark";

/** A pupil's subject in a term, reckoned: what the screens of the family and of the class teacher are both made from. */
export interface ReckonedForecast {
  pupilId: string;
  journalId: string;
  subject: string;
  teachers: string[];
  facts: ForecastFacts;
  rules: AssessmentRules;
  marks: PackedMark[];
  average: string | null;
  suggestion: Suggestion;
  /** Empty when the term is over or its mark is given. */
  grades: GradeForecast[];
  termMark: string | null;
  previous: number | null;
}

/** The subjects of a row, in its order. */
export function readForecasts(row: ForecastRow): ReckonedForecast[] {
  const rules = readRules(row.rules);
  return (row.subjects ?? []).map((packed) => reckon(packed, rulesOfSubject(rules, packed[2]), row.is_over));
}

function reckon(packed: PackedSubject, rules: AssessmentRules, isOver: boolean): ReckonedForecast {
  const [pupilId, journalId, , subject, teachers, weeklyHoursTenths, held, missed, missedSick, lessonsLeft, packedMarks, stored, previous] =
    packed;
  const marks = packedMarks ?? [];
  const summer = new MarkSummer(rules.averaging);
  for (const [grade, weightHundredths, share] of marks) summer.add({ grade, weightHundredths, share });
  const facts = { sum: summer.sum, held, missed, missedSick, weeklyHoursTenths, lessonsLeft };
  const termMark = stored ? termMarkText(stored) : null;
  const { suggestion, grades } = forecastTerm(facts, rules);
  return {
    pupilId,
    journalId,
    subject,
    teachers: teachers ?? [],
    facts,
    rules,
    marks,
    average: averageText(facts.sum),
    suggestion,
    grades: isOver || termMark !== null ? [] : grades,
    termMark,
    previous,
  };
}

import { countResults, qualityFigures, ratioText, type Ratio, type Result, type ResultCounts } from "../marks/quality-figures";
import { addAbsences, countAbsences, NO_ABSENCES, type AbsenceCounts } from "./absence-figures";
import type {
  AnalysisCategory,
  AnalysisComparison,
  AnalysisFigures,
  AnalysisMark,
  AnalysisPeriod,
  AnalysisPupil,
  AnalysisQuality,
  AnalysisSubject,
} from "./analysis-figures";
import type { ClassFacts, JournalFacts, PeriodFacts, PupilFacts } from "./period-facts";
import { decidingResults, PupilCategory, pupilCategory } from "./pupil-category";

/** The figures of a class for its chosen period, as they are shown and kept: plain JSON. */
export function analyseClass(facts: ClassFacts): AnalysisFigures {
  const { chosen, journals, others } = facts;
  const pupils = chosen.pupils.map((pupil) => toPupil(pupil, journals));
  return {
    summary: summarise(chosen, addAbsences(pupils.map(({ absences }) => absences))),
    notAssessedPoints: chosen.notAssessedPoints,
    subjects: toSubjects(chosen, journals),
    pupils,
    comparison: others.map((period) => summarise(period, lessonsOnly(period))),
  };
}

/** A pupil as one mark, the worst: so a class's success and quality are those of its pupils. */
export function pupilAsResult(results: readonly Result[]): Result {
  const category = pupilCategory(results);
  if (category !== PupilCategory.WITHOUT_MARKS) return RESULT_OF[category];
  return (["PASS", "RELEASED"] as const).find((result) => results.includes(result)) ?? null;
}

const RESULT_OF: Readonly<Record<Exclude<PupilCategory, PupilCategory.WITHOUT_MARKS>, Result>> = {
  [PupilCategory.EXCELLENT]: "5",
  [PupilCategory.ONE_FOUR]: "4",
  [PupilCategory.GOOD]: "4",
  [PupilCategory.ONE_THREE]: "3",
  [PupilCategory.SATISFACTORY]: "3",
  [PupilCategory.FAILING]: "2",
  [PupilCategory.NOT_ASSESSED]: "NOT_ASSESSED",
};

function summarise(period: PeriodFacts, absences: AbsenceCounts): AnalysisComparison {
  const results = period.pupils.map(resultsOf);
  return {
    period: toCard(period),
    pupilCount: period.pupils.length,
    byPupils: toQuality(countResults(results.map(pupilAsResult)), period.notAssessedPoints),
    byMarks: toQuality(countResults(results.flat()), period.notAssessedPoints),
    categories: toCategories(results),
    absences,
  };
}

function toCard({ termId, termKind, number, yearName, classLabel, startsOn, endsOn, onDate }: PeriodFacts): AnalysisPeriod {
  return { termId, termKind, number, yearName, classLabel, startsOn, endsOn, onDate };
}

function toCategories(results: readonly (readonly Result[])[]): AnalysisCategory[] {
  const own = results.map(pupilCategory);
  return Object.values(PupilCategory).map((category) => ({ category, count: own.filter((one) => one === category).length }));
}

function lessonsOnly({ missed }: PeriodFacts): AbsenceCounts {
  const { sick, excused, unexcused, late } = missed;
  return { ...NO_ABSENCES, sickLessons: sick, excusedLessons: excused, unexcusedLessons: unexcused, late };
}

/** A subject once, whatever journals it has in the class. */
function toSubjects({ pupils, notAssessedPoints }: PeriodFacts, journals: readonly JournalFacts[]): AnalysisSubject[] {
  const results = new Map<string, Result[]>();
  for (const { marks } of pupils) {
    for (const { journal, result } of marks) {
      const { subjectId } = journals[journal!]!;
      results.set(subjectId, [...(results.get(subjectId) ?? []), result]);
    }
  }
  return [...Map.groupBy(journals, ({ subjectId }) => subjectId)].map(([subjectId, own]) => ({
    subjectId,
    subject: own[0]!.subject,
    teachers: [...new Set(own.flatMap(({ teacher }) => teacher ?? []))],
    quality: toQuality(countResults(results.get(subjectId) ?? []), notAssessedPoints),
  }));
}

function toPupil(pupil: PupilFacts, journals: readonly JournalFacts[]): AnalysisPupil {
  const category = pupilCategory(resultsOf(pupil));
  const deciding = decidingResults(category);
  const inOrder = pupil.marks.toSorted((one, other) => one.journal! - other.journal!);
  const named = (wanted: readonly Result[]): AnalysisMark[] =>
    inOrder.filter(({ result }) => wanted.includes(result)).map(({ journal, result }) => toMark(journals[journal!]!, result));
  const { pupilId, name } = pupil;
  return { pupilId, name, category, deciding: named(deciding), unmarked: named([null]), absences: countAbsences(pupil.days) };
}

function toMark({ subject, teacher }: JournalFacts, result: Result): AnalysisMark {
  return { subject, teacher, mark: result === null ? null : MARK_TEXT[result] };
}

const MARK_TEXT: Readonly<Record<NonNullable<Result>, string>> = {
  ...{ "5": "5", "4": "4", "3": "3", "2": "2", "1": "1" },
  ...{ PASS: "зч", FAIL: "нз", NOT_ASSESSED: "н/а", RELEASED: "осв" },
};

function resultsOf({ marks }: PupilFacts): Result[] {
  return marks.map(({ result }) => result);
}

function toQuality(counts: ResultCounts, notAssessedPoints: number | null): AnalysisQuality {
  const { five, four, three, two, one, passed, failed, notAssessed, released, unmarked } = counts;
  const { size, mean, success, quality, learning, learningWithNotAssessed } = qualityFigures(counts, notAssessedPoints);
  const shown = (ratio: Ratio | null): string | null => ratio && ratioText(ratio);
  return {
    ...{ five, four, three, two: two + one, passed, failed, notAssessed, released, unmarked, size },
    mean: shown(mean),
    success: shown(success),
    quality: shown(quality),
    learning: shown(learning),
    learningWithNotAssessed: shown(learningWithNotAssessed),
  };
}

import { DEFAULT_RULES } from "../assessment-rules/assessment-rules";
import { averageText, sumMarks } from "../marks/weighted-average";
import { forecastTerm } from "./forecast";
import type { ReckonedForecast } from "./read-forecasts";
import { ForecastSign, watchSubject } from "./watch-subject";

function subject(
  grades: number[],
  given: Partial<ReckonedForecast> & { lessonsLeft?: number; held?: number; missed?: number } = {},
): ReckonedForecast {
  const { lessonsLeft = 10, held = 20, missed = 0, ...rest } = given;
  const sum = sumMarks(grades.map((grade) => ({ grade, weightHundredths: 100 })));
  const facts = { sum, held, missed, missedSick: 0, weeklyHoursTenths: 20, lessonsLeft };
  const marks = grades.map((grade): [number, number, number] => [grade, 100, 2520]);
  const names = { pupilId: "p", journalId: "j", subject: "Математика", teachers: [] };
  const state = { average: averageText(sum), termMark: null, previous: null, ...forecastTerm(facts, DEFAULT_RULES) };
  return { ...names, facts, rules: DEFAULT_RULES, marks, ...state, ...rest };
}
const signs = (...asked: Parameters<typeof subject>) => watchSubject(subject(...asked), false);
const many = (count: number, grade: number) => Array<number>(count).fill(grade);

describe("what the class teacher is shown of a subject (3.3.4)", () => {
  it("is that a grade is near: 0.10 below the next one, or one five away", () => {
    expect(signs([...many(12, 4), ...many(8, 5)])).toEqual([ForecastSign.MAY_RISE]);
    expect(signs([...many(13, 4), ...many(7, 5)])).toEqual([]);
    expect(signs([4, 4, 5])).toEqual([ForecastSign.MAY_RISE]);
    expect(signs([4, 4, 5], { lessonsLeft: 0 })).toEqual([]);
  });

  it("is that it may be lost: less than 0.10 above its border, or one lower mark away", () => {
    expect(signs([5, 5, 4, 4])).toContain(ForecastSign.MAY_FALL);
    expect(signs([...many(20, 5), ...many(14, 4)])).toContain(ForecastSign.MAY_FALL);
    expect(signs([...many(4, 4), ...many(6, 5)])).toEqual([]);
    expect(signs([5, 5, 5, 5])).toEqual([]);
  });

  it("is that it falls: below the term before, or by the last three marks", () => {
    expect(signs([4, 4, 4, 4], { previous: 5 })).toEqual([ForecastSign.BELOW_LAST_TERM]);
    expect(signs([4, 4, 4, 4], { previous: 4 })).toEqual([]);
    expect(signs([5, 5, 5, 5, 5, 5, 5, 4, 5, 4])).toEqual([ForecastSign.MARKS_FALL]);
    expect(signs([5, 5, 4, 3, 3])).not.toContain(ForecastSign.MARKS_FALL);
  });

  it("is that a 2 or «н/а» threatens, and not at the beginning of a term", () => {
    expect(signs([2, 2, 2, 2, 2, 2, 3, 2])).toEqual([ForecastSign.FAILING]);
    expect(signs([5], { lessonsLeft: 3 })).toEqual([ForecastSign.NOT_ASSESSED]);
    expect(signs([5], { lessonsLeft: 4 })).toEqual([]);
    expect(signs([5, 5, 5], { held: 20, missed: 11 })).toEqual([ForecastSign.NOT_ASSESSED]);
  });

  it("is nothing once the mark is given, or the term is over", () => {
    expect(signs([2, 2, 2], { termMark: "3" })).toEqual([]);
    expect(watchSubject(subject([2, 2, 2]), true)).toEqual([]);
  });
});

import fc from "fast-check";
import { answerDeadline, isSchoolDay, schoolDayBefore, type SchoolDays } from "./answer-deadline";

const QUARTERS = [
  { startsOn: "2026-09-01", endsOn: "2026-10-25" },
  { startsOn: "2026-11-05", endsOn: "2026-12-28" },
  { startsOn: "2027-01-11", endsOn: "2027-03-21" },
  { startsOn: "2027-03-30", endsOn: "2027-05-26" },
];
const PLAIN: SchoolDays = { weekDays: 5, terms: QUARTERS, exceptions: new Map() };
const EXCEPTIONS: [string, number | null][] = [
  ["2026-11-23", null],
  ["2026-11-28", 1],
];

const date = fc.integer({ min: 0, max: 267 }).map((days) => new Date(Date.UTC(2026, 8, 1 + days)).toISOString().slice(0, 10));
const calendar = fc.record({
  weekDays: fc.constantFrom(5, 6),
  terms: fc.constant(QUARTERS),
  exceptions: fc
    .array(fc.tuple(date, fc.option(fc.integer({ min: 1, max: 6 }), { freq: 3 })), { maxLength: 20 })
    .map((days) => new Map<string, number | null>(days)),
});
const allDays = (from: string, to: string) => {
  const days: string[] = [];
  for (let at = Date.parse(from) + 86_400_000; at <= Date.parse(to); at += 86_400_000) days.push(new Date(at).toISOString().slice(0, 10));
  return days;
};

describe("the day by which a question about a mark is to be answered (3.3.4)", () => {
  it.each([
    ["within a week", "2026-11-16", 3, PLAIN, "2026-11-19"],
    ["over a weekend", "2026-11-19", 3, PLAIN, "2026-11-24"],
    ["asked on a Sunday", "2026-11-22", 3, PLAIN, "2026-11-25"],
    ["with Saturdays in a six-day week", "2026-11-19", 3, { ...PLAIN, weekDays: 6 }, "2026-11-23"],
    ["over a day off", "2026-11-20", 1, { ...PLAIN, exceptions: new Map(EXCEPTIONS) }, "2026-11-24"],
    ["on a Saturday that follows Monday's timetable", "2026-11-25", 3, { ...PLAIN, exceptions: new Map(EXCEPTIONS) }, "2026-11-28"],
    ["over the holidays", "2026-10-22", 3, PLAIN, "2026-11-06"],
    ["over the New Year", "2026-12-28", 1, PLAIN, "2027-01-11"],
    ["in working days after the year's last term", "2027-05-25", 3, PLAIN, "2027-05-28"],
  ])("is counted %s", (_how, askedOn, days, school, due) => {
    expect(answerDeadline(askedOn, days, school)).toBe(due);
  });

  it("leaves exactly so many school days, and ends on one of them", () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 15 }), calendar, (askedOn, days, school) => {
        const due = answerDeadline(askedOn, days, school);
        expect(due > askedOn).toBe(true);
        if (due > "2027-05-26") return;
        expect(isSchoolDay(due, school)).toBe(true);
        expect(allDays(askedOn, due).filter((day) => isSchoolDay(day, school))).toHaveLength(days);
      }),
    );
  });

  it("never comes earlier for a later question, nor for more days", () => {
    fc.assert(
      fc.property(date, date, fc.integer({ min: 1, max: 10 }), calendar, (one, other, days, school) => {
        const [early, late] = one < other ? [one, other] : [other, one];
        expect(answerDeadline(early, days, school) <= answerDeadline(late, days, school)).toBe(true);
        expect(answerDeadline(early, days, school) < answerDeadline(early, days + 1, school)).toBe(true);
      }),
    );
  });

  it("is recalled on the school day before it", () => {
    expect(schoolDayBefore("2026-11-23", PLAIN)).toBe("2026-11-20");
    expect(schoolDayBefore("2026-11-05", PLAIN)).toBe("2026-10-23");
    expect(schoolDayBefore("2027-07-10", PLAIN)).toBe("2027-07-09");
  });
});

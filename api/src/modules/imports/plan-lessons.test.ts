import type { MappedEntry } from "./map-timetable";
import type { MappedYear } from "./mapping";
import { planLessons } from "./plan-lessons";

const year: MappedYear = {
  ...{ id: "year", startsOn: "2026-09-01", endsOn: "2026-10-31", isPast: false },
  terms: [{ kind: "QUARTER", startsOn: "2026-09-01", endsOn: "2026-10-23" }],
};

function entry(changed: Partial<MappedEntry> = {}): MappedEntry {
  const bells = { id: "bells", slots: new Map([[1, { startsAt: "08:30", endsAt: "09:15" }]]) };
  const schoolClass = { year, termKind: "QUARTER", weekDays: 5, bells };
  const journal = { id: "journal", year, classes: [schoolClass] };
  return {
    ...{ journal, teacherId: "teacher", weekday: 1, slot: 1, parity: "EVERY", room: "12" },
    ...{ validFrom: year.startsOn, validTo: year.endsOn },
    ...changed,
  } as MappedEntry;
}

function dates(entries: readonly MappedEntry[], exceptions = new Map<string, number | null>()): string[] {
  return planLessons(entries, exceptions).map(({ date }) => date);
}

describe("the lessons that a timetable gives", () => {
  it("fall on its weekday from the first day of the term to the last", () => {
    const mondays = dates([entry()]);
    expect([mondays.length, mondays[0], mondays.at(-1)]).toEqual([7, "2026-09-07", "2026-10-19"]);
  });

  it("have the bells, the teacher and the room", () => {
    expect(planLessons([entry()], new Map())[0]).toEqual({
      ...{ journal_id: "journal", date: "2026-09-07", slot: 1, starts_at: "08:30", ends_at: "09:15", teacher_id: "teacher", room: "12" },
    });
  });

  it("do not fall on holidays", () => {
    expect(dates([entry()], new Map([["2026-09-14", null]]))).not.toContain("2026-09-14");
  });

  it("follow a moved day: a Saturday with the lessons of a Monday", () => {
    expect(dates([entry()], new Map([["2026-09-19", 1]]))).toContain("2026-09-19");
  });

  it("fall on Saturdays only in a six-day week", () => {
    expect(dates([entry({ weekday: 6 })])).toEqual([]);
  });

  it("of odd weeks begin in the first week, those of even weeks in the second, and they never meet", () => {
    const odd = dates([entry({ weekday: 3, parity: "ODD" })]);
    const even = dates([entry({ weekday: 3, parity: "EVEN" })]);
    expect([odd[0], even[0]]).toEqual(["2026-09-02", "2026-09-09"]);
    expect(odd.filter((date) => even.includes(date))).toEqual([]);
    expect(odd.length + even.length).toBe(8);
  });

  it("change with the version of the timetable: the later one wins", () => {
    const lessons = planLessons([entry(), entry({ validFrom: "2026-10-01", teacherId: "other" })], new Map());
    expect(lessons.filter(({ teacher_id }) => teacher_id === "other").map(({ date }) => date)).toEqual([
      "2026-10-05",
      "2026-10-12",
      "2026-10-19",
    ]);
    expect(lessons).toHaveLength(7);
  });
});

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import { idSequence, namedId } from "./demo-ids.ts";
import { planDemoSchool } from "./demo-plan.ts";
import { patronymicOf, surnameFor } from "./names.ts";
import { planTopics } from "./plan-maker.ts";
import { writeRosterFiles } from "./roster-files.ts";
import { demoYear, yearOf } from "./school-calendar.ts";
import { SUBJECT_HOURS } from "./subject-hours.ts";

async function rosterHash(number: number, today: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "demo-plan-"));
  try {
    await writeRosterFiles(planDemoSchool(number, today), folder);
    const hash = createHash("sha256");
    for (const name of (await readdir(folder)).toSorted()) hash.update(await readFile(join(folder, name)));
    return hash.digest("hex");
  } finally {
    await rm(folder, { recursive: true });
  }
}

describe("the plan of a demo school", () => {
  it("is the same for the same number and day, and another for another number", async () => {
    const first = await rosterHash(1, "2026-11-23");
    assert.equal(await rosterHash(1, "2026-11-23"), first);
    assert.notEqual(await rosterHash(2, "2026-11-23"), first);
  });

  for (const today of ["2026-07-15", "2026-09-01", "2026-11-22", "2027-01-03", "2027-05-31", "2028-02-29"]) {
    it(`can be made on ${today}: on Sundays, in holidays and in summer too`, () => {
      const { pupils, years } = planDemoSchool(1, today);
      const start = years[1]!.year.start;
      const here = pupils.filter(({ stays }) => stays.some(({ schoolClass, to }) => schoolClass.start === start && to === null));
      assert.equal(here.length, 1200);
      assert.ok(years[1]!.year.startsOn <= today || today < `${start + 1}-09-01`);
    });
  }

  it("gives both years a timetable and every class a leader of its own", () => {
    for (const { classes, plan, lines } of planDemoSchool(3, "2026-11-23").years) {
      assert.equal(new Set(plan.leaders.values()).size, classes.length);
      assert.ok(lines.length > 1200);
    }
  });
});

describe("the year of the demo school", () => {
  it("is the one that holds the day, and in summer the one that was", () => {
    assert.deepEqual(["2026-08-31", "2026-09-01", "2027-05-31", "2027-07-01"].map(yearOf), [2025, 2026, 2026, 2026]);
  });

  it("has four quarters with holidays between, whatever the weekdays", () => {
    for (let start = 2020; start < 2040; start++) {
      const { quarters } = demoYear(start);
      for (const [index, { startsOn, endsOn }] of quarters.entries()) {
        assert.ok(startsOn < endsOn);
        assert.ok(index === 0 || quarters[index - 1]!.endsOn < startsOn);
      }
    }
  });

  it("has the hours of the federal programme", () => {
    const sums = Object.entries(SUBJECT_HOURS).map(([grade, hours]) => [
      grade,
      Object.values(hours).reduce((sum, weekly) => sum + weekly, 0),
    ]);
    assert.deepEqual(Object.fromEntries(sums), {
      1: 21,
      2: 23,
      3: 23,
      4: 23,
      5: 29,
      6: 30,
      7: 32,
      8: 33,
      9: 33,
      "10А": 34,
      "10Б": 34,
      "11А": 34,
      "11Б": 34,
    });
  });
});

describe("a plan of topics", () => {
  for (const [key, hours] of Object.entries(SUBJECT_HOURS)) {
    it(`fills every lesson of grade ${key} and closes each section with its work once`, () => {
      for (const [subject, weekly] of Object.entries(hours)) {
        const lessons = Array.from({ length: weekly * 33 }, () => ({ date: "2026-09-01" }));
        const topics = planTopics({ subject, grade: Number.parseInt(key), lessons } as unknown as Parameters<typeof planTopics>[0]);
        assert.equal(topics.length, lessons.length);
        assert.ok(topics.every(({ title }) => /[а-яё]/i.test(title)));
        const works = topics.flatMap(({ section, work, title }) => (work ? [`${section} ${title}`] : []));
        assert.equal(new Set(works).size, works.length);
      }
    });
  }
});

describe("Russian names", () => {
  it("decline by sex", () => {
    const pairs = ["Иванов", "Ильин", "Вишневский", "Троицкий", "Белый", "Толстой", "Шевченко", "Черных", "Ким"];
    assert.deepEqual(
      pairs.map((surname) => surnameFor(surname, "FEMALE")),
      ["Иванова", "Ильина", "Вишневская", "Троицкая", "Белая", "Толстая", "Шевченко", "Черных", "Ким"],
    );
    assert.ok(pairs.every((surname) => surnameFor(surname, "MALE") === surname));
  });

  it("take the patronymic from the father", () => {
    const fathers = ["Иван", "Сергей", "Игорь", "Юрий", "Дмитрий", "Илья", "Лев", "Павел", "Никита", "Михаил", "Пётр"];
    assert.deepEqual(
      fathers.map((father) => patronymicOf(father, "FEMALE")),
      [
        "Ивановна",
        "Сергеевна",
        "Игоревна",
        "Юрьевна",
        "Дмитриевна",
        "Ильинична",
        "Львовна",
        "Павловна",
        "Никитична",
        "Михайловна",
        "Петровна",
      ],
    );
    assert.deepEqual(
      fathers.map((father) => patronymicOf(father, "MALE")),
      ["Иванович", "Сергеевич", "Игоревич", "Юрьевич", "Дмитриевич", "Ильич", "Львович", "Павлович", "Никитич", "Михайлович", "Петрович"],
    );
  });
});

describe("the ids of the demo school", () => {
  const SHAPE = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

  it("have the shape of UUIDv7 and the moment in front, the same for the same seed", () => {
    const id = namedId("seed", 1_700_000_000_000, "PERSON pupil-1");
    assert.match(id, SHAPE);
    assert.equal(id, namedId("seed", 1_700_000_000_000, "PERSON pupil-1"));
    assert.equal(Number.parseInt(id.replace("-", "").slice(0, 12), 16), 1_700_000_000_000);
  });

  it("never come twice and grow within a moment", () => {
    const next = idSequence("seed");
    const ids = Array.from({ length: 10_000 }, (_, index) => next(1_700_000_000_000 + Math.floor(index / 3000)));
    assert.equal(new Set(ids).size, ids.length);
    assert.ok(ids.every((id) => SHAPE.test(id)));
    assert.deepEqual(ids.slice(0, 3000).toSorted(), ids.slice(0, 3000));
  });
});

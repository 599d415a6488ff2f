import fc from "fast-check";
import { lessonRefusal, recordRefusal, type LessonFacts } from "./lesson-rule";
import { LessonStatus } from "./lesson-status";

const today = "2026-11-23";
const lesson = (facts: Partial<LessonFacts> = {}): LessonFacts => ({
  status: LessonStatus.HELD,
  date: today,
  termId: "second quarter",
  isClosed: false,
  ...facts,
});

describe("what may be written under a lesson", () => {
  it("is open on the day of the lesson, also before its topic is written", () => {
    expect(lessonRefusal(lesson(), today)).toBeNull();
    expect(lessonRefusal(lesson({ status: LessonStatus.PLANNED }), today)).toBeNull();
    expect(lessonRefusal(lesson({ status: LessonStatus.PLANNED, date: "2026-11-20" }), today)).toBeNull();
  });

  it.each([
    ["a cancelled lesson", { status: LessonStatus.CANCELLED }, "LESSON_CANCELLED"],
    ["a lesson that was not given", { status: LessonStatus.MISSED }, "LESSON_NOT_HELD"],
    ["a lesson of tomorrow", { date: "2026-11-24", status: LessonStatus.PLANNED }, "LESSON_NOT_HELD"],
    ["a date between the terms", { date: "2026-10-28", termId: null }, "OUTSIDE_TERM"],
    ["a closed term", { date: "2026-10-20", isClosed: true }, "TERM_CLOSED"],
  ])("refuses %s", (_, facts, code) => {
    expect(lessonRefusal(lesson(facts), today)).toMatchObject({
      code,
      message: expect.stringMatching(/^(Урок|Дата|Учебный).*\d\d\.\d\d\.2026.*\.$/),
    });
  });

  it("lets a lesson that was noted as not given be recorded after all", () => {
    expect(recordRefusal(lesson({ status: LessonStatus.MISSED }), today)).toBeNull();
  });

  it("opens no lesson of the future, whatever else is true of it", () => {
    const day = fc
      .date({ min: new Date("2026-11-24"), max: new Date("2027-05-31"), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    const facts = fc.record({
      status: fc.constantFrom(...Object.values(LessonStatus)),
      date: day,
      termId: fc.constantFrom("a term", null),
      isClosed: fc.boolean(),
    });
    fc.assert(fc.property(facts, (future) => recordRefusal(future, today) !== null && lessonRefusal(future, today) !== null));
  });
});

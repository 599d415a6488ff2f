import { LessonStatus } from "./lesson-status";
import { missingParts, type LessonFacts } from "./missing-parts";

const complete: LessonFacts = {
  status: LessonStatus.HELD,
  hasBegun: true,
  expectsHomework: true,
  hasHomework: true,
  lacksControlMarks: false,
};

describe("what a lesson still lacks (3.2.3, 3.2.4, 3.2.6)", () => {
  it("is nothing before the bell, and the topic after it", () => {
    expect(missingParts({ ...complete, status: LessonStatus.PLANNED, hasBegun: false, hasHomework: false })).toEqual([]);
    expect(missingParts({ ...complete, status: LessonStatus.PLANNED, hasHomework: false })).toEqual(["TOPIC"]);
  });

  it("is homework where homework is usual, and marks of the control work, once the lesson is held", () => {
    expect(missingParts({ ...complete, hasHomework: false, lacksControlMarks: true })).toEqual(["HOMEWORK", "CONTROL_MARKS"]);
    expect(missingParts({ ...complete, hasHomework: false, expectsHomework: false })).toEqual([]);
    expect(missingParts(complete)).toEqual([]);
  });

  it("is nothing for a lesson that was cancelled or not given", () => {
    for (const status of [LessonStatus.CANCELLED, LessonStatus.MISSED]) {
      expect(missingParts({ ...complete, status, hasHomework: false, lacksControlMarks: true })).toEqual([]);
    }
  });
});

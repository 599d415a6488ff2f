import fc from "fast-check";
import { uuidv7 } from "uuidv7";
import { AttendanceKind, AWAY } from "../attendance/attendance-kind";
import { MarkingScheme } from "../journals/marking-scheme";
import { AssessmentKind } from "../assessment-rules/assessment-kind";
import { lessonRefusal } from "../lessons/lesson-rule";
import { LessonStatus } from "../lessons/lesson-status";
import type { LockedLesson } from "../lessons/lock-lessons";
import { decideClearing, decideMark } from "./decide-mark";
import type { MarkCellFacts } from "./load-mark-cells";
import type { MarkCellInput } from "./mark.inputs";

const TODAY = "2026-11-23";
const lessonId = uuidv7();
const assessment = { id: uuidv7(), lessonId, number: 1, kind: AssessmentKind.ORAL, weight: 1, title: null, mandatory: false };
const oneOf = <Value>(...values: Value[]) => fc.constantFrom(...values);

const anyLesson: fc.Arbitrary<LockedLesson> = fc.record({
  id: fc.constant(lessonId),
  journalId: fc.constant(uuidv7()),
  date: oneOf("2026-11-20", TODAY, "2026-11-24"),
  status: oneOf(...Object.values(LessonStatus)),
  version: fc.constant(1),
  topic: fc.constant(null),
  planTopicId: fc.constant(null),
  taughtBy: fc.constant(null),
  termId: oneOf("a term", null),
  isClosed: fc.boolean(),
  openingId: fc.constant(null),
  markingScheme: oneOf(...Object.values(MarkingScheme)),
  isForeignLanguage: fc.boolean(),
  yearEndsOn: fc.constant("2027-05-31"),
});
const anyMark = fc.record({
  id: fc.constant(uuidv7()),
  value: oneOf("2", "5", "PASS", null),
  comment: oneOf("да", null),
  version: fc.integer({ min: 1, max: 3 }),
});
const anyFacts: fc.Arbitrary<MarkCellFacts> = fc.record({
  isEnrolled: fc.boolean(),
  rules: fc.record({ allowsOne: fc.boolean() }),
  attendance: oneOf(...Object.values(AttendanceKind), null),
  resitOn: oneOf("2026-11-20", TODAY, "2026-11-24", null),
  assessment: oneOf(assessment, null),
  mark: fc.option(anyMark),
});
const anyCell: fc.Arbitrary<MarkCellInput> = fc.record({
  lessonId: fc.constant(lessonId),
  assessmentId: oneOf(assessment.id, null),
  pupilId: fc.constant(uuidv7()),
  value: oneOf("1", "2", "5", "PASS", "6"),
  comment: oneOf("да", null),
  version: fc.integer({ min: 0, max: 3 }),
});

describe("the decision on a mark", () => {
  it("is never SET against the lesson, the list, an absence or somebody's newer mark", () => {
    fc.assert(
      fc.property(anyCell, anyLesson, anyFacts, (cell, lesson, facts) => {
        const decision = decideMark(cell, { lesson, facts }, TODAY);
        if (decision.outcome !== "SET") return;
        expect(lessonRefusal(lesson, TODAY)).toBeNull();
        expect(lesson.markingScheme).not.toBe(MarkingScheme.NONE);
        expect(facts.isEnrolled).toBe(true);
        const resits = facts.resitOn !== null && facts.resitOn <= TODAY;
        expect(facts.attendance === null || !AWAY.has(facts.attendance) || resits).toBe(true);
        const stands = facts.mark;
        expect(stands === null || cell.version === stands.version || (cell.version === 0 && stands.value === null)).toBe(true);
      }),
      { numRuns: 3_000 },
    );
  });

  it("has a code and a sentence whenever it is no", () => {
    fc.assert(
      fc.property(anyCell, fc.option(anyLesson, { nil: undefined }), fc.option(anyFacts, { nil: undefined }), (cell, lesson, facts) => {
        const decision = decideMark(cell, { lesson, facts }, TODAY);
        const sentence = "refusal" in decision ? decision.refusal.message : "Принято.";
        expect(sentence).toMatch(/^[А-ЯЁ].+[.!]$/s);
      }),
    );
  });

  it("takes a mark away whoever it is of, but not in a closed lesson nor over a newer one", () => {
    fc.assert(
      fc.property(anyCell, anyLesson, anyFacts, (cell, lesson, facts) => {
        const place = { lessonId, assessmentId: assessment.id, pupilId: cell.pupilId, version: cell.version };
        const { outcome } = decideClearing(place, { lesson, facts }, TODAY);
        const isOpen = lessonRefusal(lesson, TODAY) === null && facts.assessment !== null;
        const isThere = [facts.mark?.value, facts.mark?.comment].some((part) => typeof part === "string");
        const isSeen = facts.mark?.version === cell.version || (cell.version === 0 && facts.mark?.value === null);
        expect(outcome).toBe(!isOpen ? "REFUSED" : !isThere ? "UNCHANGED" : isSeen ? "SET" : "CONFLICT");
      }),
      { numRuns: 2_000 },
    );
  });
});

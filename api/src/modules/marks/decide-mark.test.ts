import fc from "fast-check";
import { uuidv7 } from "uuidv7";
import { AttendanceKind, AWAY } from "../attendance/attendance-kind";
import { MarkingScheme } from "../journals/marking-scheme";
import { AssessmentKind } from "../assessment-rules/assessment-kind";
import { WorkScale } from "../assessment-rules/work-scale";
import { lessonRefusal } from "../lessons/lesson-rule";
import { LessonStatus } from "../lessons/lesson-status";
import type { LockedLesson } from "../lessons/lock-lessons";
import { decideClearing, decideMark } from "./decide-mark";
import type { MarkCellFacts } from "./load-mark-cells";
import type { MarkCellInput } from "./mark.inputs";

const TODAY = "2026-11-23";
const lessonId = uuidv7();
const assessment = {
  id: uuidv7(),
  lessonId,
  number: 1,
  kind: AssessmentKind.ORAL,
  weight: 1,
  title: null,
  mandatory: false,
  scale: WorkScale.FIVE_POINT,
  maxPoints: null,
};
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
  subjectId: fc.constant(uuidv7()),
  isForeignLanguage: fc.boolean(),
  yearEndsOn: fc.constant("2027-05-31"),
});
const anyMark = fc.record({
  id: fc.constant(uuidv7()),
  attempt: fc.constant(1),
  value: oneOf("2", "5", "PASS", "DEBT", null),
  pointsHundredths: fc.constant(null),
  debtUntil: fc.constant(null),
  comment: oneOf("да", null),
  version: fc.integer({ min: 1, max: 3 }),
});
const anyFacts: fc.Arbitrary<MarkCellFacts> = fc.record({
  isEnrolled: fc.boolean(),
  rules: fc.record({ allowsOne: fc.boolean() }),
  attendance: oneOf(...Object.values(AttendanceKind), null),
  resitOn: oneOf("2026-11-20", TODAY, "2026-11-24", null),
  assessment: oneOf(assessment, null),
  attempts: fc.array(anyMark, { maxLength: 1 }),
});
const anyCell: fc.Arbitrary<MarkCellInput> = fc.record({
  lessonId: fc.constant(lessonId),
  assessmentId: oneOf(assessment.id, null),
  pupilId: fc.constant(uuidv7()),
  attempt: oneOf(1, 1, 2, 0, 10),
  value: oneOf("1", "2", "5", "PASS", "6", "DEBT"),
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
        const [first] = facts.attempts;
        const isOfThatLesson = cell.attempt === 1 && cell.value !== "DEBT" && first?.value !== "DEBT";
        expect(!isOfThatLesson || facts.attendance === null || !AWAY.has(facts.attendance) || resits).toBe(true);
        if (cell.attempt === 2) expect(["2", "5", "PASS"]).toContain(first?.value);
        const stands = cell.attempt === 1 ? (first ?? null) : null;
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
        const place = { lessonId, assessmentId: assessment.id, pupilId: cell.pupilId, version: cell.version, attempt: 1 };
        const { outcome } = decideClearing(place, { lesson, facts }, TODAY);
        const isOpen = lessonRefusal(lesson, TODAY) === null && facts.assessment !== null;
        const [mark] = facts.attempts;
        const isThere = [mark?.value, mark?.comment].some((part) => typeof part === "string");
        const isSeen = mark?.version === cell.version || (cell.version === 0 && mark?.value === null);
        expect(outcome).toBe(!isOpen ? "REFUSED" : !isThere ? "UNCHANGED" : isSeen ? "SET" : "CONFLICT");
      }),
      { numRuns: 2_000 },
    );
  });
});

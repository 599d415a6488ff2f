import { checkDraft } from "./check-draft";
import { baseOf, draftOf, newWork, sameDraft, type LessonDraft, type LessonOfForm } from "./lesson-draft";
import { sendingOf } from "./save-lesson";

const open: LessonOfForm = {
  journalId: "J",
  isForeignLanguage: false,
  lesson: {
    id: "L",
    date: "2026-11-23",
    slot: 2,
    startsAt: "09:20",
    status: "HELD",
    topic: "Дроби",
    planTopicId: null,
    homework: "№ 5",
    homeworkDueOn: null,
    homeworkMinutes: 20,
    homeworkVersion: 3,
    version: 7,
    teacher: "Иванова А. П.",
  },
  works: [{ id: "A", kind: "ORAL", title: null, weight: 1, mandatory: false, scale: "FIVE_POINT", maxPoints: null, hasMarks: true }],
  pupils: [],
  obstacle: null,
  taughtTopicId: null,
  laterDates: ["2026-11-24"],
  hasPrevious: true,
  hasNext: true,
  setAttendance: () => undefined,
};

const draft = (patch: Partial<LessonDraft>): LessonDraft => ({ ...draftOf(open), ...patch });

let operations = 0;
const sending = (patch: Partial<LessonDraft>, of = open) =>
  sendingOf(of, { ...draftOf(of), ...patch }, baseOf(of), () => `operation-${++operations}`);

describe("what a save sends", () => {
  it("is the lesson alone when only its topic is new, with the version that was seen", () => {
    const { record, homework } = sending({ topic: " Сложение дробей " });
    expect(record).toMatchObject({ journalId: "J", lessonId: "L", version: 7, topic: "Сложение дробей" });
    expect(homework).toBeNull();
  });

  it("is the homework alone when only that is new", () => {
    const { record, homework } = sending({ homework: "№ 6", dueOn: "2026-11-26" });
    expect(record).toBeNull();
    expect(homework).toMatchObject({ text: "№ 6", dueOn: "2026-11-26", expectedMinutes: 20, version: 3 });
  });

  it("records a lesson that never was recorded, whatever is new", () => {
    const planned = { ...open, lesson: { ...open.lesson, status: "PLANNED" as const } };
    expect(sending({ homework: "№ 6" }, planned).record).toMatchObject({ topic: "Дроби" });
  });

  it("keeps a column that a mark made beside the form after the draft was begun", () => {
    const begun = { ...draftOf({ ...open, works: [] }), topic: "Сложение дробей" };
    const { record } = sendingOf(open, begun, baseOf(open), () => "operation");
    expect(record?.assessments).toMatchObject([{ id: "A", kind: "ORAL" }]);
    const same = sendingOf(open, draftOf({ ...open, works: [] }), baseOf(open), () => "operation");
    expect(same.record).toBeNull();
  });

  it("leaves the weight to the school's rules, and names the scale", () => {
    const works = [...draftOf(open).works, { ...newWork(), id: "B", scale: "POINTS" as const, maxPoints: 20 }];
    expect(sending({ works }).record?.assessments).toMatchObject([
      { id: "A", weight: 1, scale: "FIVE_POINT", maxPoints: null },
      { id: "B", weight: null, scale: "POINTS", maxPoints: 20 },
    ]);
  });

  it("gives each call an operation id of its own", () => {
    const { record, homework } = sending({ topic: "Сложение", homework: "№ 7" });
    expect(record?.operationId).not.toBe(homework?.operationId);
  });
});

describe("a draft", () => {
  it("is no change when only spaces, or a date without homework, differ", () => {
    const without = { ...open, lesson: { ...open.lesson, homework: null } };
    expect(sameDraft(draft({ topic: "Дроби  " }), draftOf(open))).toBe(true);
    expect(sameDraft({ ...draftOf(without), dueOn: "2026-11-26" }, draftOf(without))).toBe(true);
    expect(sameDraft(draft({ minutes: 30 }), draftOf(open))).toBe(false);
  });

  it.each([
    ["", "topicEmpty"],
    ["   ", "topicEmpty"],
    ["Fractions", "topicNotRussian"],
    ["№ 5", "topicNotRussian"],
    ["д".repeat(501), "topicLong"],
  ])("with the topic «%.12s» is told %s [2.7]", (topic, fault) => {
    expect(checkDraft(draft({ topic }), false)).toEqual({ topic: fault });
  });

  it("of a foreign language may hold foreign words beside Russian ones", () => {
    expect(checkDraft(draft({ topic: "Времена: Present Simple" }), true)).toEqual({});
    expect(checkDraft(draft({ topic: "Present Simple" }), true)).toEqual({ topic: "topicNotRussian" });
  });

  it("is told of homework too long, minutes and weights out of range, and too many works", () => {
    expect(checkDraft(draft({ homework: "а".repeat(4001), minutes: 301 }), false)).toEqual({
      homework: "homeworkLong",
      minutes: "minutesRange",
    });
    const [work] = draftOf(open).works;
    if (!work) throw new Error("the lesson lost its work");
    expect(checkDraft(draft({ works: [{ ...work, weight: 0 }] }), false)).toEqual({ works: "weightRange" });
    expect(checkDraft(draft({ works: [{ ...work, weight: null }] }), false)).toEqual({});
    expect(checkDraft(draft({ works: [{ ...work, scale: "POINTS" }] }), false)).toEqual({ works: "maxPointsRange" });
    expect(checkDraft(draft({ works: Array(10).fill(work) as (typeof work)[] }), false)).toEqual({ works: "tooManyWorks" });
  });
});

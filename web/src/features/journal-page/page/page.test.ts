import type { JournalPageQuery } from "@/graphql/generated/graphql";
import { columnOfToday, columnsOf, isObligatory, laterLessonDates, obstacle, spansOf } from "./page-columns";
import { packPage, unpackPage } from "./pack-page";
import type { PageLesson } from "./page-model";

const term = {
  __typename: "TermCard" as const,
  id: "T2",
  kind: "QUARTER" as const,
  number: 2,
  startsOn: "2026-11-05",
  endsOn: "2026-12-29",
  isClosed: false,
  openUntil: null,
};

const lesson = (id: string, date: string, more: Partial<PageLesson> = {}) => ({
  __typename: "PageLesson" as const,
  id,
  date,
  slot: 2,
  startsAt: "09:20",
  status: "HELD" as const,
  topic: "Дроби",
  planTopicId: null,
  homework: "№ 12",
  homeworkDueOn: null,
  homeworkMinutes: 20,
  homeworkVersion: 1,
  version: 2,
  teacher: "Иванова А. П.",
  mayEdit: true,
  ...more,
});

const pupil = (pupilId: string, name: string, from: string | null = null, to: string | null = null) => ({
  __typename: "PagePupil" as const,
  pupilId,
  name,
  from,
  to,
  average: "4.50",
  suggested: 5,
  given:
    pupilId === "P1" ? { __typename: "GivenTermMark" as const, value: "4", version: 2, suggested: "5", reason: "Слабая работа" } : null,
});

const page: JournalPageQuery["journalPage"] = {
  __typename: "JournalPage",
  journalId: "J",
  subject: "Математика",
  className: "5 «А»",
  markingScheme: "FIVE_POINT",
  isForeignLanguage: false,
  teachers: ["Иванова А. П."],
  mayEdit: true,
  mayGiveTermMarks: true,
  termMarksFrom: "2026-12-16",
  retakes: "LAST",
  term,
  terms: [term],
  pupils: [pupil("P1", "Абрамов Илья"), pupil("P2", "Белова Анна", "2026-11-20"), pupil("P3", "Волков Егор", null, "2026-11-19")],
  lessons: [
    lesson("L1", "2026-11-18"),
    lesson("L2", "2026-11-20"),
    lesson("L3", "2026-11-25", { status: "CANCELLED" }),
    lesson("L4", "2026-12-02", { mayEdit: false }),
  ],
  assessments: [
    {
      __typename: "PageAssessment",
      id: "A1",
      lessonId: "L2",
      number: 1,
      kind: "CLASSWORK",
      weight: 1,
      title: null,
      mandatory: false,
      scale: "FIVE_POINT",
      maxPoints: null,
    },
    {
      __typename: "PageAssessment",
      id: "A2",
      lessonId: "L2",
      number: 3,
      kind: "CONTROL",
      weight: 2.5,
      title: "Дроби",
      mandatory: false,
      scale: "POINTS",
      maxPoints: 20,
    },
  ],
  marks: [
    {
      __typename: "PageMark",
      assessmentId: "A2",
      lessonId: "L2",
      pupilId: "P1",
      attempt: 1,
      value: "2",
      points: "7.5",
      debtUntil: null,
      comment: "Ошибка в № 3",
      version: 3,
    },
    {
      __typename: "PageMark",
      assessmentId: "A1",
      lessonId: "L2",
      pupilId: "P2",
      attempt: 1,
      value: "5",
      points: null,
      debtUntil: null,
      comment: null,
      version: 1,
    },
    {
      __typename: "PageMark",
      assessmentId: "A2",
      lessonId: "L2",
      pupilId: "P1",
      attempt: 2,
      value: "DEBT",
      points: null,
      debtUntil: "2026-12-05",
      comment: null,
      version: 1,
    },
  ],
  attendance: [
    { __typename: "PageAttendance", lessonId: "L1", pupilId: "P1", kind: "LATE", minutesLate: 10, reason: null, version: 1 },
    { __typename: "PageAttendance", lessonId: "L1", pupilId: "P3", kind: "SICK", minutesLate: null, reason: "справка", version: 2 },
  ],
};

describe("the page inside its HTML", () => {
  const model = unpackPage(packPage(page));

  it("comes out of the packing as it went in", () => {
    const plain = <T extends { __typename: string }>(things: readonly T[]) => things.map(({ __typename, ...rest }) => rest);
    expect(model.pupils).toEqual(plain(page.pupils).map(({ given, ...rest }) => rest));
    expect(Object.fromEntries(model.termMarks)).toEqual({ "TERM/T2/P1": { given: "4", reason: "Слабая работа", version: 2 } });
    expect(model.lessons).toEqual(plain(page.lessons));
    expect(model.assessments).toEqual(plain(page.assessments));
    expect(model.title.term.number).toBe(2);
    expect(Object.fromEntries(model.marks)).toEqual({
      "L2/3/P1": { value: "2", points: "7.5", comment: "Ошибка в № 3", version: 3 },
      "L2/1/P2": { value: "5", comment: null, version: 1 },
      "L2/3/P1/2": { value: "DEBT", debtUntil: "2026-12-05", comment: null, version: 1 },
    });
    expect(Object.fromEntries(model.attendance)).toEqual({
      "L1//P1": { kind: "LATE", minutesLate: 10, reason: null, version: 1 },
      "L1//P3": { kind: "SICK", minutesLate: null, reason: "справка", version: 2 },
    });
  });

  it("survives the JSON between server and browser", () => {
    expect(unpackPage(JSON.parse(JSON.stringify(packPage(page))))).toEqual(model);
  });
});

describe("columns", () => {
  const { lessons, assessments, pupils } = unpackPage(packPage(page));
  const columns = columnsOf({ lessons, assessments });

  it("are one an assessment, and one empty column for a lesson without any", () => {
    expect(columns.map(({ lesson: { id }, number, isFirst }) => [id, number, isFirst])).toEqual([
      ["L1", 1, true],
      ["L2", 1, true],
      ["L2", 3, false],
      ["L3", 1, true],
      ["L4", 1, true],
    ]);
  });

  it("stand under their month and their lesson", () => {
    expect(spansOf(columns, (column) => column.lesson.date.slice(0, 7)).map(({ at, length }) => [at, length])).toEqual([
      [0, 4],
      [4, 1],
    ]);
    expect(spansOf(columns, (column) => column.lesson.id).map(({ length }) => length)).toEqual([1, 2, 1, 1]);
  });

  it("begin work at today's lesson, or at the last one before today", () => {
    expect(columnOfToday(columns, "2026-11-20")).toBe(1);
    expect(columnOfToday(columns, "2026-11-23")).toBe(1);
    expect(columnOfToday(columns, "2026-09-01")).toBe(0);
  });

  it("take nothing on a cancelled, missed or future lesson, for one not enrolled that day, or from one who may not edit", () => {
    const [first, second, third] = pupils;
    const [held, later, cancelled, foreign] = lessons;
    if (!first || !second || !third || !held || !later || !cancelled || !foreign) throw new Error("the page lost a pupil or a lesson");
    const today = "2026-12-02";
    expect(obstacle(held, first, today)).toBeNull();
    expect(obstacle(cancelled, first, today)).toBe("CANCELLED");
    expect(obstacle(held, second, today)).toBe("NOT_ENROLLED");
    expect(obstacle(later, third, today)).toBe("NOT_ENROLLED");
    expect(obstacle(foreign, first, today)).toBe("READ_ONLY");
    expect(obstacle(foreign, first, "2026-12-01")).toBe("FUTURE");
    expect(obstacle({ ...held, status: "MISSED" }, first, today)).toBe("MISSED");
  });

  it("want a mark of everyone present in a control work that is past", () => {
    expect(columns.map((column) => isObligatory(column, "2026-11-23"))).toEqual([false, false, true, false, false]);
    expect(columns.some((column) => isObligatory(column, "2026-11-19"))).toBe(false);
  });

  it("offer the dates of later lessons for homework, without cancelled ones", () => {
    expect(lessons.map((one) => laterLessonDates(lessons, one))).toEqual([
      ["2026-11-20", "2026-12-02"],
      ["2026-12-02"],
      ["2026-12-02"],
      [],
    ]);
  });
});

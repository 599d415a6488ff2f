import { importFiles } from "../../../test/factories/imports";
import { schoolFiles } from "../../../test/factories/school-files";
import { TODAY } from "../../../test/factories/small-school";
import { setMarks } from "../../../test/factories/commands";
import { startTestServer, type TestServer } from "../../../test/test-server";

interface DayLesson {
  lessonId: string;
  journalId: string;
  subject: string;
  className: string;
  pupilCount: number;
}

describe("a school made of its own files", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
    expect((await importFiles(server.owner, schoolFiles(), TODAY)).problems).toEqual([]);
  });
  afterAll(() => server?.stop());

  it("does its main job: the teacher finds the day's lesson, records it and sets a mark, and the mother sees it in the diary", async () => {
    const teacher = await server.signIn("ivanova");
    const day = await teacher.send<{ myDay: { lessons: DayLesson[] } }>(
      "{ myDay { lessons { lessonId journalId subject className pupilCount } } }",
    );
    expect(day.errors).toEqual([]);
    const lesson = day.data!.myDay.lessons[0]!;
    expect(lesson).toMatchObject({ subject: "Математика", className: "5«А»", pupilCount: 3 });

    const pupils = await teacher.send<{ journalPage: { pupils: { pupilId: string; name: string }[] } }>(
      "query ($id: ID!) { journalPage(journalId: $id) { pupils { pupilId name } } }",
      { id: lesson.journalId },
    );
    expect(pupils.data!.journalPage.pupils.map(({ name }) => name)).toEqual(["Абрамова Анна", "Борисов Борис", "Ёлкина Вера"]);
    const anna = pupils.data!.journalPage.pupils[0]!.pupilId;
    const input = { operationId: crypto.randomUUID(), journalId: lesson.journalId, lessonId: lesson.lessonId, version: 1, topic: "Дроби" };
    const recorded = await teacher.send("mutation ($input: RecordLessonInput!) { recordLesson(input: $input) { lesson { status } } }", {
      input,
    });
    expect(recorded.errors).toEqual([]);
    const [cell] = await setMarks(teacher, lesson.journalId, [{ lessonId: lesson.lessonId, pupilId: anna, value: "5" }]);
    expect(cell!.outcome).toBe("SET");

    const mother = await server.signIn("olga");
    const diary = await mother.send<{ diaryWeek: { days: { lessons: { topic: string | null; marks: { value: string }[] }[] }[] } }>(
      "query ($id: ID!, $week: LocalDate!) { diaryWeek(pupilId: $id, week: $week) { days { lessons { topic marks { value } } } } }",
      { id: anna, week: TODAY },
    );
    expect(diary.data!.diaryWeek.days[0]!.lessons[0]).toEqual({ topic: "Дроби", marks: [{ value: "5" }] });
  });
});

import { statementsOf } from "../count-statements";
import { startMailServer, type MailServer } from "../factories/mail-server";
import { told } from "../factories/notices";
import { answer, ask, close, fridayMark, openThread, threadOf, write } from "../factories/questions";
import { makeSmallSchool, type SmallSchool } from "../factories/small-school";
import { startTestServer, type TestClient, type TestServer } from "../test-server";

/** By the school's clock: the morning of the day before the deadline, and of the day after it. */
const REMINDED = new Date("2026-11-25T08:00:01+03:00");
const TOO_LATE = new Date("2026-11-27T08:00:01+03:00");

describe("a question about a mark rings the bell (1.4.6, 3.3.4)", () => {
  let mail: MailServer;
  let server: TestServer;
  let school: SmallSchool;
  let mother: TestClient;
  let teacher: TestClient;
  let questionId: string;
  beforeEach(async () => {
    mail = await startMailServer();
    server = await startTestServer({ mail: { url: mail.url, from: "Школа № 1 <journal@school.example>" } });
    school = await makeSmallSchool(server.owner);
    await server.owner.query("UPDATE person SET email = id || '@school.example'");
    [mother, teacher] = [await server.signIn("mother"), await server.signIn("teacher")];
    const { markId } = await fridayMark(server.owner, school);
    questionId = (await threadOf(ask(mother, school.pupils.misha, markId))).question.id;
  });
  afterEach(async () => {
    await server?.stop();
    await mail?.down();
  });

  const stepsOf = async (login: string): Promise<string[]> => {
    const { data } = await (
      await server.signIn(login)
    ).send<{ notices: { nodes: { questionStep: string; text: string }[] } }>("{ notices { nodes { questionStep text } } }");
    return data!.notices.nodes.map(({ questionStep, text }) => `${questionStep} ${text}`);
  };
  const questionsOf = async (client: TestClient) =>
    (await client.send<{ newsCounts: { questions: number } }>("{ newsCounts { questions } }")).data!.newsCounts.questions;

  it("to the teacher when it is asked, to the family when it is answered and closed, and to nobody else", async () => {
    await server.worker.runOnce();
    expect(await stepsOf("teacher")).toEqual(["ASKED Почему тройка?"]);
    expect(await told(server, "teacher")).toMatchObject([
      {
        kind: "QUESTION",
        pupilName: "Орлов Михаил",
        subject: "Математика",
        lessonDate: "2026-11-20",
        before: "3",
        title: "Орлова Ирина Сергеевна",
      },
    ]);
    expect(await questionsOf(teacher)).toBe(1);
    await threadOf(answer(teacher, questionId, 1));
    expect(await questionsOf(teacher)).toBe(0);
    await threadOf(write(mother, questionId, "Спасибо"));
    await threadOf(close(teacher, questionId, 3, "STAYS"));
    await server.worker.runOnce();
    expect(await stepsOf("mother")).toEqual(["CLOSED Спасибо", "ANSWERED Две ошибки в решении."]);
    expect(await stepsOf("teacher")).toEqual(["WRITTEN Спасибо", "ASKED Почему тройка?"]);
    for (const login of ["pupil", "othermother", "classteacher", "deputy", "otherteacher"]) expect(await stepsOf(login)).toEqual([]);
  });

  it("to the teacher again the day before the deadline, and to the deputy too when nobody has answered in time", async () => {
    await server.worker.runOnce(REMINDED);
    expect((await stepsOf("teacher"))[0]).toMatch(/^DUE /);
    expect(await stepsOf("deputy")).toEqual([]);
    await server.worker.runOnce(TOO_LATE);
    expect((await stepsOf("teacher"))[0]).toMatch(/^OVERDUE /);
    expect(await stepsOf("deputy")).toEqual(["OVERDUE Почему тройка?"]);
  });

  it("reminds nobody of one that is answered or withdrawn meanwhile", async () => {
    await threadOf(close(mother, questionId, 1, "WITHDRAWN"));
    await server.worker.runOnce(TOO_LATE);
    expect(await stepsOf("teacher")).toEqual(["CLOSED Почему тройка?", "ASKED Почему тройка?"]);
    expect(await stepsOf("deputy")).toEqual([]);
    expect((await server.owner.query("SELECT FROM outbox")).rowCount).toBe(0);
  });

  it("does not count a reminder of a later day as news that waits", async () => {
    await server.worker.runOnce();
    const { data } = await (await server.signIn("deputy")).send("{ newsHealth { waitingNews } }");
    expect(data).toEqual({ newsHealth: { waitingNews: 0 } });
  });

  it("writes a letter that says what to do and until when", async () => {
    await server.worker.runOnce(new Date("2026-11-24T12:00:00+03:00"));
    const letter = mail.letters.find(({ to }) => to.includes(school.staff.teacher))!;
    expect(letter.text).toMatch(
      /Математика, 20\.11\.2026, вопрос об отметке 3: Орлова Ирина Сергеевна: Почему тройка\? Ответить нужно до 26\.11\.2026/,
    );
  });

  it("is hidden from a teacher who answers it no more", async () => {
    await server.worker.runOnce();
    await server.owner.query("UPDATE teaching_load SET valid_to = '2026-11-22' WHERE journal_id = $1", [school.journals.maths5A]);
    await server.owner.query("UPDATE mark_question SET marked_by = $1", [school.staff.formerTeacher]);
    expect(await stepsOf("teacher")).toEqual([]);
    expect(await openThread(teacher, questionId)).toBe("NOT_FOUND");
  });

  it("counts what waits in the statement of the bell", async () => {
    expect(await statementsOf(() => questionsOf(teacher))).toEqual(["viewer", "news-counts"]);
  });
});

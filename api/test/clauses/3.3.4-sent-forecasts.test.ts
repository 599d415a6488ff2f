import { uuidv7 } from "uuidv7";
import { statementsOf } from "../count-statements";
import { send } from "../factories/commands";
import { makeColumn, makeMark, makeTermMark } from "../factories/marks";
import { noticesOf } from "../factories/notices";
import { makeGuardian } from "../factories/person";
import { makeSmallSchool, type SmallSchool } from "../factories/small-school";
import { startTestServer, type TestClient, type TestServer } from "../test-server";

const CLASS = `query ($classId: ID!, $termId: ID, $signs: [ForecastSign!], $pupilId: ID) {
  classForecast(classId: $classId, termId: $termId, signs: $signs, pupilId: $pupilId) { label maySend isOver term { number } pupils { pupilId name sentAt
    subjects { signs previous forecast { journalId subject teachers average grades { grade outlook } } } } } }`;
const RECEIPTS = `query ($classId: ID!, $termId: ID!) { forecastReceipts(classId: $classId, termId: $termId) { forecastId pupilId pupilName sentBy
  recipients { personId name isPupil hasAccount deliveredAt mail mailedAt readAt } } }`;
const SENT = `query ($id: ID!) { forecast(id: $id) { pupilName classLabel text sentBy readAt isMine term { number } subjects { subject average grades { grade fewest } } } }`;

interface Watched {
  maySend: boolean;
  isOver: boolean;
  pupils: {
    pupilId: string;
    sentAt: string | null;
    subjects: { signs: string[]; previous: number | null; forecast: { subject: string; teachers: string[] } }[];
  }[];
}
interface Receipt {
  forecastId: string;
  pupilId: string;
  recipients: {
    personId: string;
    isPupil: boolean;
    hasAccount: boolean;
    deliveredAt: string | null;
    mail: string;
    readAt: string | null;
  }[];
}

describe("forecasts to the families of a class (3.3.4)", () => {
  let server: TestServer;
  let school: SmallSchool;
  let teacher: TestClient;
  let withoutAccount: string;
  const watch = async (login: string, asked = {}) =>
    (await server.signIn(login)).send<{ classForecast: Watched }>(CLASS, { classId: school.class5A, ...asked });
  const receipts = async (): Promise<Receipt[]> => {
    const { data, errors } = await teacher.send<{ forecastReceipts: Receipt[] }>(RECEIPTS, {
      classId: school.class5A,
      termId: school.quarter2,
    });
    expect(errors).toEqual([]);
    return data!.forecastReceipts;
  };
  const input = (given = {}) => ({
    classId: school.class5A,
    termId: school.quarter2,
    pupilIds: [school.pupils.misha],
    text: "Подтянем математику",
    ...given,
  });
  const sendTo = (client: TestClient, given = {}) => send(client, "sendForecasts", input(given), "forecastIds recipientCount");
  const open = async (login: string, id: string) => (await server.signIn(login)).send<{ forecast: { isMine: boolean } }>(SENT, { id });

  beforeAll(async () => {
    server = await startTestServer();
    school = await makeSmallSchool(server.owner);
    const { schoolId, lessons, pupils, journals, staff } = school;
    for (const [number, lessonId] of [lessons.friday, lessons.friday, lessons.beforeLeaving].entries()) {
      const columnId = await makeColumn(server.owner, { schoolId, lessonId, number: number + 1 });
      await makeMark(server.owner, { columnId, pupilId: pupils.misha, grade: [5, 4, 4][number]! });
      await makeMark(server.owner, { columnId, pupilId: pupils.anya, grade: 2 });
    }
    await makeTermMark(server.owner, {
      schoolId,
      pupilId: pupils.misha,
      by: staff.teacher,
      journalId: journals.maths5A,
      termId: school.quarter1,
      grade: 5,
    });
    withoutAccount = await makeGuardian(server.owner, schoolId, "Орлов Сергей Ильич", [pupils.misha]);
    teacher = await server.signIn("classteacher");
  });
  afterAll(() => server?.stop());

  it("show the class teacher who is at the border and who falls, with the subject and its teacher", async () => {
    const { data, errors } = await watch("classteacher");
    expect(errors).toEqual([]);
    const { pupils, maySend, isOver } = data!.classForecast;
    expect({ maySend, isOver }).toEqual({ maySend: true, isOver: false });
    expect(pupils.map(({ pupilId }) => pupilId)).toEqual([school.pupils.arrived, school.pupils.anya, school.pupils.misha]);
    const [, anya, misha] = pupils;
    expect(anya!.subjects.find(({ forecast }) => forecast.subject === "Математика")).toMatchObject({
      signs: ["FAILING", "MAY_RISE"],
      forecast: { teachers: ["Иванова М. П."] },
    });
    expect(misha!.subjects.find(({ forecast }) => forecast.subject === "Математика")).toMatchObject({
      signs: ["BELOW_LAST_TERM", "MAY_RISE"],
      previous: 5,
    });
  });

  it("are filtered by sign, and of one pupil show every subject", async () => {
    const failing = (await watch("deputy", { signs: ["FAILING"] })).data!.classForecast;
    expect(failing.maySend).toBe(false);
    expect(failing.pupils.map(({ subjects }) => subjects.length)).toEqual([0, 1, 0]);
    const one = (await watch("classteacher", { pupilId: school.pupils.misha })).data!.classForecast;
    expect(one.pupils.map(({ subjects }) => subjects.map(({ forecast }) => forecast.subject))).toEqual([["Английский язык", "Математика"]]);
  });

  it("go to the pupil and the guardians of today, once, with proof of delivery and reading", async () => {
    const operationId = uuidv7();
    const first = await sendTo(teacher, { operationId });
    expect(first.errors).toEqual([]);
    const again = await sendTo(teacher, { operationId });
    expect(again.data).toEqual(first.data);
    const [receipt, ...others] = await receipts();
    expect(others).toEqual([]);
    expect(
      receipt!.recipients.map(({ personId, isPupil, hasAccount, deliveredAt, readAt }) => [
        personId,
        isPupil,
        hasAccount,
        deliveredAt,
        readAt,
      ]),
    ).toEqual([
      [withoutAccount, false, false, null, null],
      [school.guardians.mother, false, true, null, null],
      [school.pupils.misha, true, true, null, null],
    ]);
    await server.worker.runOnce();
    expect((await receipts())[0]!.recipients.map(({ deliveredAt, mail }) => [deliveredAt !== null, mail])).toEqual([
      [false, "NONE"],
      [true, "NONE"],
      [true, "NONE"],
    ]);
    const mother = await server.signIn("mother");
    expect((await noticesOf(mother)).nodes[0]).toMatchObject({
      kind: "FORECAST",
      pupilName: "Михаил",
      title: "Сидорова А. Л.",
      text: "Подтянем математику",
      readAt: null,
    });
    const { data } = await open("mother", receipt!.forecastId);
    expect(data!.forecast).toMatchObject({
      pupilName: "Орлов Михаил",
      classLabel: "5«А»",
      text: "Подтянем математику",
      isMine: true,
      readAt: null,
      subjects: [{ subject: "Английский язык" }, { subject: "Математика", average: "4.33", grades: [{ grade: 5, fewest: 1 }] }],
    });
    const read = await send(mother, "readForecast", { forecastId: receipt!.forecastId }, "readAt");
    expect(read.errors).toEqual([]);
    expect((await noticesOf(mother)).nodes[0]!.readAt).not.toBeNull();
    const reread = await send(mother, "readForecast", { forecastId: receipt!.forecastId }, "readAt");
    expect(reread.data).toEqual(read.data);
    expect((await receipts())[0]!.recipients.filter(({ readAt }) => readAt !== null).map(({ personId }) => personId)).toEqual([
      school.guardians.mother,
    ]);
  });

  it("stay as they were sent; sent again they are another document", async () => {
    const { forecastId } = (await receipts())[0]!;
    const columnId = await makeColumn(server.owner, { schoolId: school.schoolId, lessonId: school.lessons.friday, number: 4 });
    await makeMark(server.owner, { columnId, pupilId: school.pupils.misha, grade: 2 });
    expect((await open("pupil", forecastId)).data!.forecast).toMatchObject({ subjects: [{}, { average: "4.33" }] });
    expect((await sendTo(teacher, { text: null })).errors).toEqual([]);
    const [newer, older] = await receipts();
    expect(older!.forecastId).toBe(forecastId);
    expect((await open("pupil", newer!.forecastId)).data!.forecast).toMatchObject({ text: null, subjects: [{}, { average: "3.75" }] });
  });

  it("are kept in the history", async () => {
    const { rows } = await server.owner.query<{ after: { to: string[] } }>(
      "SELECT after FROM history WHERE thing = 'FORECAST' ORDER BY seq",
    );
    expect(rows.map(({ after }) => after.to.length)).toEqual([3, 3]);
  });

  it("are refused to strangers: another family, another teacher, a guardian whose link has ended (2.2)", async () => {
    const { forecastId } = (await receipts())[0]!;
    for (const login of ["othermother", "otherpupil", "formerguardian", "teacher", "admin"]) {
      expect([login, (await open(login, forecastId)).errors[0]?.extensions.code]).toEqual([login, "NOT_FOUND"]);
      const reading = await send(await server.signIn(login), "readForecast", { forecastId }, "readAt");
      expect([login, reading.errors[0]?.extensions.code]).toEqual([login, "NOT_FOUND"]);
    }
    for (const login of ["mother", "pupil", "teacher", "otherteacher", "deputy"]) {
      expect([login, (await sendTo(await server.signIn(login))).errors[0]?.extensions.code]).toEqual([login, "FORBIDDEN"]);
    }
    for (const login of ["mother", "pupil", "teacher", "admin"]) {
      expect([login, (await watch(login)).errors[0]?.extensions.code]).toEqual([login, "FORBIDDEN"]);
    }
    expect((await open("deputy", forecastId)).data!.forecast).toMatchObject({ isMine: false });
    await server.owner.query("UPDATE guardianship SET valid_to = '2026-11-22' WHERE guardian_id = $1", [school.guardians.mother]);
    expect((await open("mother", forecastId)).errors[0]?.extensions.code).toBe("NOT_FOUND");
  });

  it("are refused with a sentence when nobody is chosen, for a pupil of another class, and for a term that is over", async () => {
    const code = async (given: object) => (await sendTo(teacher, given)).errors[0]?.extensions;
    expect(await code({ pupilIds: [] })).toMatchObject({ code: "INVALID", field: "pupilIds" });
    expect(await code({ pupilIds: [school.pupils.borya] })).toMatchObject({ code: "NOT_FOUND" });
    expect(await code({ termId: school.quarter1 })).toMatchObject({ code: "INVALID", field: "termId" });
    expect(await code({ text: "а".repeat(2001) })).toMatchObject({ code: "TEXT_TOO_LONG", field: "text" });
  });

  it("cost one statement each", async () => {
    const { forecastId } = (await receipts())[0]!;
    const classAsked = { classId: school.class5A, termId: school.quarter2 };
    expect(await statementsOf(() => teacher.send(CLASS, classAsked))).toEqual(["viewer", "class-forecast"]);
    expect(await statementsOf(() => teacher.send(RECEIPTS, classAsked))).toEqual(["viewer", "forecast-receipts"]);
    expect(await statementsOf(() => teacher.send(SENT, { id: forecastId }))).toEqual(["viewer", "forecast"]);
  });
});

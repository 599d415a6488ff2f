import { uuidv7 } from "uuidv7";
import { statementsOf } from "../count-statements";
import { send, setMarks } from "../factories/commands";
import { openStream } from "../factories/event-stream";
import { insert } from "../factories/insert";
import { fridayMarks, noticesOf, told } from "../factories/notices";
import { makeSmallSchool, type SmallSchool } from "../factories/small-school";
import { startTestServer, type TestClient, type TestServer } from "../test-server";

const COUNTS = "{ newsCounts { notices messages announcements lastNoticeId } }";

describe("the bell of a reader (1.4.6)", () => {
  let server: TestServer;
  let school: SmallSchool;
  let teacher: TestClient;
  let mother: TestClient;
  let on: ReturnType<typeof fridayMarks>;
  beforeEach(async () => {
    server = await startTestServer();
    school = await makeSmallSchool(server.owner);
    teacher = await server.signIn("teacher");
    mother = await server.signIn("mother");
    on = fridayMarks(school, teacher);
  });
  afterEach(() => server?.stop());

  it("takes notices for read up to one, page by page, and refuses a malformed one", async () => {
    await on.mark("5", 0);
    const { assessmentId } = await on.mark("4", 0, school.pupils.anya);
    expect(assessmentId).not.toBeNull();
    await on.homework("№ 5", 0);
    await server.worker.runOnce();
    const page = await noticesOf(mother, { first: 1 });
    expect(page).toMatchObject({ totalCount: 2, nodes: [{ kind: "HOMEWORK" }], pageInfo: { hasNextPage: true } });
    const rest = await noticesOf(mother, { first: 1, after: page.pageInfo.endCursor });
    expect(rest).toMatchObject({ nodes: [{ kind: "MARK" }], pageInfo: { hasNextPage: false } });
    await send(mother, "readNotices", { noticeId: page.nodes[0]!.id }, "counts { notices }");
    expect(await noticesOf(mother, { unreadOnly: true })).toMatchObject({ totalCount: 1, nodes: [{ kind: "MARK" }] });
    const { data } = await send(mother, "readNotices", { noticeId: rest.nodes[0]!.id, andOlder: true }, "counts { notices }");
    expect(data).toEqual({ readNotices: { counts: { notices: 0 } } });
    expect((await send(mother, "readNotices", { noticeId: "x" }, "counts { notices }")).errors[0]?.extensions).toMatchObject({
      code: "INVALID",
      field: "noticeId",
    });
  });

  it("tells an open bell at once what there is, and again after each change on any device", async () => {
    const stream = await openStream(server.url, { query: `subscription { newsChanged { notices } }` }, mother.cookie);
    expect(await stream.next()).toEqual({ data: { newsChanged: { notices: 0 } } });
    await on.mark("5", 0);
    await server.worker.runOnce();
    expect(await stream.next()).toEqual({ data: { newsChanged: { notices: 1 } } });
    const [notice] = await told(server, "mother");
    await send(mother, "readNotices", { noticeId: notice!.id }, "counts { notices }");
    expect(await stream.next()).toEqual({ data: { newsChanged: { notices: 0 } } });
    await server.owner.query("UPDATE account SET closed_at = now() WHERE login = 'mother'");
    await on.mark("4", 1);
    await server.worker.runOnce();
    await server.owner.query("SELECT pg_notify('news_hint', $1)", [
      JSON.stringify({ schoolId: school.schoolId, personIds: [school.guardians.mother] }),
    ]);
    expect(await stream.next()).toBe("END");
    stream.close();
  });

  it("keeps each person's choice, and one of two devices learns that the other was first", async () => {
    const { data } = await mother.send<{ noticeSettings: { version: number; choices: object[] } }>(
      "{ noticeSettings { version quietFrom quietTo digestAt digestWeekday email mailIsOn choices { kind inPortal byMail } } }",
    );
    expect(data!.noticeSettings).toMatchObject({
      version: 0,
      quietFrom: "21:00",
      quietTo: "07:00",
      digestAt: "18:00",
      digestWeekday: 5,
      email: null,
      mailIsOn: false,
    });
    expect(data!.noticeSettings.choices.map((choice) => Object.values(choice).join(" "))).toEqual([
      "MARK true DAILY",
      "TERM_MARK true DAILY",
      "ABSENCE true AT_ONCE",
      "HOMEWORK true NEVER",
      "RESIT true AT_ONCE",
      "DEBT true AT_ONCE",
      "FORECAST true AT_ONCE",
      "SUBSTITUTION true AT_ONCE",
      "QUESTION true AT_ONCE",
      "MESSAGE true AT_ONCE",
      "ANNOUNCEMENT true DAILY",
    ]);
    const wish = {
      version: 0,
      choices: [{ kind: "MARK", inPortal: false, byMail: "WEEKLY" }],
      quietFrom: "22:00",
      quietTo: "06:30",
      digestAt: "17:00",
      digestWeekday: 7,
    };
    const answer = await send(
      mother,
      "setNoticeSettings",
      wish,
      "settings { version quietFrom digestWeekday choices { kind inPortal byMail } }",
    );
    expect(answer.data).toMatchObject({
      setNoticeSettings: {
        settings: {
          version: 1,
          quietFrom: "22:00",
          digestWeekday: 7,
          choices: expect.arrayContaining([{ kind: "MARK", inPortal: false, byMail: "WEEKLY" }]) as object,
        },
      },
    });
    expect((await send(mother, "setNoticeSettings", wish, "settings { version }")).errors[0]?.extensions.code).toBe("CONFLICT");
    expect(
      (await send(mother, "setNoticeSettings", { ...wish, version: 1, digestWeekday: 8 }, "settings { version }")).errors[0]?.extensions,
    ).toMatchObject({ code: "INVALID", field: "digestWeekday" });
    await on.mark("5", 0);
    await server.worker.runOnce();
    expect(await told(server, "mother")).toEqual([]);
    expect(await told(server, "pupil")).toHaveLength(1);
  });

  it("reads the bell and its counts in one statement each, and tells a column in as few as one mark", async () => {
    expect(await statementsOf(() => mother.send("{ notices { nodes { id } } }"))).toEqual(["viewer", "notices"]);
    expect(await statementsOf(() => mother.send(COUNTS))).toEqual(["viewer", "news-counts"]);
    await on.mark("5", 0);
    const one = await statementsOf(() => server.worker.runOnce());
    await setMarks(teacher, school.journals.maths5A, [
      { lessonId: school.lessons.friday, pupilId: school.pupils.misha, value: "4", version: 1 },
      { lessonId: school.lessons.friday, pupilId: school.pupils.anya, value: "4" },
    ]);
    expect(await statementsOf(() => server.worker.runOnce())).toEqual(one);
  });

  it("hides again what was told of a child, a thread or a report when the right to it has ended (2.2)", async () => {
    const { schoolId, guardians, pupils, staff } = school;
    const at = "2026-11-23T00:00:00+03:00";
    const conversationId = uuidv7();
    const thread = { school_id: schoolId, id: conversationId, title: "Поход", started_by: staff.teacher, started_at: at, last_at: at };
    await insert(server.owner, "conversation", thread);
    await insert(server.owner, "conversation_pupil", { school_id: schoolId, conversation_id: conversationId, pupil_id: pupils.misha });
    await insert(server.owner, "conversation_member", {
      ...{ school_id: schoolId, conversation_id: conversationId },
      ...{ person_id: guardians.mother, side: "FAMILY" },
    });
    const notice = { school_id: schoolId, occurred_at: at, arrived_at: at, in_portal: true };
    const tell = (person_id: string, kind: string, about: object) =>
      insert(server.owner, "notice", { ...notice, id: uuidv7(), person_id, kind, source: `${kind} 1`, ...about });
    await tell(guardians.mother, "MARK", { pupil_id: pupils.misha, content: JSON.stringify({ after: "5" }) });
    await tell(guardians.mother, "MESSAGE", { content: JSON.stringify({ conversationId, text: "Завтра" }) });
    await tell(staff.deputy, "REPORT", { content: JSON.stringify({ text: "Грубо" }) });
    expect((await noticesOf(mother)).nodes.map(({ kind }) => kind)).toEqual(["MESSAGE", "MARK"]);
    expect(await told(server, "deputy")).toHaveLength(1);
    await server.owner.query("UPDATE guardianship SET valid_to = '2026-11-22' WHERE guardian_id = $1", [guardians.mother]);
    await server.owner.query("UPDATE staff_role SET valid_to = '2026-11-22' WHERE role = 'DEPUTY' AND staff_id = $1", [staff.deputy]);
    expect([await noticesOf(mother), await told(server, "deputy")]).toMatchObject([{ totalCount: 0, nodes: [] }, []]);
    expect((await mother.send(COUNTS)).data).toMatchObject({ newsCounts: { notices: 0, messages: 0, lastNoticeId: null } });
  });
});

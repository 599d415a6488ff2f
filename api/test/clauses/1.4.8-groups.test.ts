import { uuidv7 } from "uuidv7";
import { send } from "../factories/commands";
import { insert } from "../factories/insert";
import { makeAccount, makeGuardian, makePupil } from "../factories/person";
import { begun, inbox, readMessages, sendMessage, startConversation } from "../factories/messages";
import { makeSmallSchool, type SmallSchool } from "../factories/small-school";
import { startTestServer, type TestClient, type TestServer } from "../test-server";

const PUPILS = `query ($id: ID!) { conversation(id: $id) { members { name } pupils { name } canWrite } }`;

describe("a group, and who is in reach of it (1.4.8, 2.2)", () => {
  let server: TestServer;
  let school: SmallSchool;
  let anyasMother: string;
  const clients = new Map<string, TestClient>();
  const client = async (login: string): Promise<TestClient> => {
    if (!clients.has(login)) clients.set(login, await server.signIn(login));
    return clients.get(login)!;
  };
  const families = () => [
    { personId: school.guardians.mother, pupilId: school.pupils.misha },
    { personId: anyasMother, pupilId: school.pupils.anya },
  ];
  const gather = async (login: string, recipients: { personId: string; pupilId?: string }[]) =>
    startConversation(await client(login), recipients, { together: true, title: "Родители" });
  const shown = async (login: string, id: string) =>
    (
      await (
        await client(login)
      ).send<{ conversation: { pupils: { name: string }[]; members: object[]; canWrite: boolean } }>(PUPILS, { id })
    ).data!.conversation;

  beforeAll(async () => {
    server = await startTestServer();
    school = await makeSmallSchool(server.owner);
    anyasMother = await makeGuardian(server.owner, school.schoolId, "Ёлкина Вера Ильинична", [school.pupils.anya]);
    await makeAccount(server.owner, school.schoolId, anyasMother, "anyasmother");
  });
  afterAll(() => server?.stop());
  afterEach(() => server.owner.query("TRUNCATE conversation, outbox, operation, school_setting CASCADE"));

  it("tells a family the names of those who write, and of the children its own alone", async () => {
    const { data, errors } = await gather("classteacher", families());
    expect(errors).toEqual([]);
    const { id } = data!.startConversation!.conversations[0]!;
    expect((await shown("mother", id)).pupils).toEqual([{ name: "Орлов Михаил" }]);
    expect((await shown("mother", id)).members).toHaveLength(3);
    expect((await shown("anyasmother", id)).pupils).toEqual([{ name: "Ёлкина Анна" }]);
    expect((await shown("classteacher", id)).pupils).toHaveLength(2);
  });

  it("is gathered of families by the one who leads their class, and not by one who leads another or teaches them", async () => {
    const row = { class_id: school.class5B, staff_id: school.staff.teacher, valid_from: "2026-09-01" };
    await insert(server.owner, "class_teacher", { school_id: school.schoolId, id: uuidv7(), ...row });
    expect((await gather("teacher", families())).errors[0]?.extensions).toMatchObject({ code: "FORBIDDEN", field: "together" });
    const ofOwnClass = [{ personId: school.guardians.otherMother, pupilId: school.pupils.borya }, { personId: school.staff.deputy }];
    expect((await gather("teacher", ofOwnClass)).errors).toEqual([]);
    expect((await gather("deputy", [...families(), ...ofOwnClass.slice(0, 1)])).errors).toEqual([]);
    expect((await gather("admin", [{ personId: school.staff.deputy }])).errors).toEqual([]);
    await server.owner.query("DELETE FROM class_teacher WHERE class_id = $1", [school.class5B]);
  });

  it("is silent for a pupil once the school lets pupils write no more", async () => {
    const { data } = await gather("classteacher", [{ personId: school.pupils.misha, pupilId: school.pupils.misha }]);
    const { id } = data!.startConversation!.conversations[0]!;
    expect((await sendMessage(await client("pupil"), id, "Хорошо")).errors).toEqual([]);
    await send(await client("deputy"), "setMessageSettings", { pupilsMayWrite: false }, "settings { pupilsMayWrite }");
    expect(await shown("pupil", id)).toMatchObject({ canWrite: false });
    expect((await sendMessage(await client("pupil"), id, "Ещё")).errors[0]?.extensions.code).toBe("FORBIDDEN");
    expect(await readMessages(await client("pupil"), id)).toHaveLength(2);
  });

  it("reaches no family of a pupil who has left the school, though a group still names the pupil", async () => {
    const { schoolId } = school;
    const left = await makePupil(server.owner, schoolId, "Ветров Глеб Олегович", school.class5B, "2026-09-01", "2026-11-13");
    const guardian = await makeGuardian(server.owner, schoolId, "Ветрова Яна Олеговна", [left]);
    await makeAccount(server.owner, schoolId, guardian, "leftmother");
    const group = uuidv7();
    await insert(server.owner, "study_group", { school_id: schoolId, id: group, academic_year_id: school.year, name: "Группа 1" });
    const membership = { id: uuidv7(), group_id: group, pupil_id: left, valid_from: "2026-09-01" };
    await insert(server.owner, "group_membership", { school_id: schoolId, ...membership });
    const journal = { kind: "GROUP", group_id: group, academic_year_id: school.year, subject_id: school.subjects.english };
    const id = uuidv7();
    await insert(server.owner, "journal", { school_id: schoolId, id, ...journal, marking_scheme: "FIVE_POINT", term_kind: "QUARTER" });
    const load = { id: uuidv7(), journal_id: id, staff_id: school.staff.teacher, weekly_hours: 2, valid_from: "2026-09-01" };
    await insert(server.owner, "teaching_load", { school_id: schoolId, ...load });
    const { errors } = await startConversation(await client("teacher"), [{ personId: guardian, pupilId: left }]);
    expect(errors[0]?.extensions).toMatchObject({ code: "INVALID", field: "recipients[0].personId" });
  });

  it("names the wrong recipient by the place where it stands, though another was named twice", async () => {
    const right = { personId: school.guardians.mother, pupilId: school.pupils.misha };
    const wrong = { personId: school.guardians.otherMother, pupilId: school.pupils.borya };
    const { errors } = await startConversation(await client("teacher"), [right, right, wrong]);
    expect(errors[0]?.extensions).toMatchObject({ code: "INVALID", field: "recipients[2].personId" });
  });

  it("is read by everybody who works here, whatever role they hold", async () => {
    const { id } = await begun(await client("deputy"), school.staff.formerDeputy);
    expect(await inbox(await client("formerdeputy"))).toMatchObject([{ id, canWrite: true }]);
    expect(await readMessages(await client("formerdeputy"), id)).toHaveLength(1);
  });

  it("refuses a cursor that no list gave", async () => {
    const after = Buffer.from(JSON.stringify(["conversations", "2026-02-30T25:00:00.000Z", uuidv7()])).toString("base64url");
    const { errors } = await (
      await client("teacher")
    ).send("query ($after: String) { conversations(after: $after) { totalCount } }", { after });
    expect(errors[0]?.extensions).toMatchObject({ code: "INVALID", field: "after" });
  });
});

import { statementsOf } from "../count-statements";
import { begun, inbox, sent, startConversation } from "../factories/messages";
import { makeSmallSchool, type SmallSchool } from "../factories/small-school";
import { type Answer, startTestServer, type TestClient, type TestServer } from "../test-server";

interface ContactAnswer {
  personId: string;
  name: string;
  kind: string;
  subjects: string[];
  pupilId: string | null;
  pupilName: string | null;
}

describe("the address book (1.4.8, 2.2)", () => {
  let server: TestServer;
  let school: SmallSchool;
  const book = async (client: TestClient, variables: Record<string, unknown> = {}): Promise<ContactAnswer[]> => {
    const { data, errors } = await client.send<{ addressBook: { nodes: ContactAnswer[]; totalCount: number } }>(
      `query ($search: String, $pupilId: ID) { addressBook(first: 200, search: $search, pupilId: $pupilId) {
         totalCount nodes { personId name kind subjects pupilId pupilName classLabel } } }`,
      variables,
    );
    expect(errors).toEqual([]);
    expect(data!.addressBook.totalCount).toBe(data!.addressBook.nodes.length);
    return data!.addressBook.nodes;
  };
  const kinds = async (login: string, variables: Record<string, unknown> = {}) =>
    (await book(await server.signIn(login), variables)).map(({ kind, name }) => `${kind} ${name}`);

  beforeAll(async () => {
    server = await startTestServer();
    school = await makeSmallSchool(server.owner);
    await makeSmallSchool(server.owner, "-2");
  });
  afterAll(() => server?.stop());

  it("shows a guardian the child's class teacher, teachers with their subjects, director and deputies, and nobody else", async () => {
    const contacts = await book(await server.signIn("mother"));
    expect(contacts.map(({ kind, name, subjects }) => [kind, name, subjects])).toEqual([
      ["CLASS_TEACHER", "Сидорова Анна Львовна", ["Английский язык"]],
      ["TEACHER", "Иванова Мария Петровна", ["Математика"]],
      ["ADMINISTRATION", "Белова Ольга Ивановна", []],
      ["ADMINISTRATION", "Громова Елена Юрьевна", []],
    ]);
    expect(new Set(contacts.map(({ pupilId }) => pupilId))).toEqual(new Set([school.pupils.misha]));
  });

  it("is empty for a guardian whose rights have ended, and for a pupil who has left", async () => {
    for (const login of ["formerGuardian", "leftPupil"]) {
      expect((await (await server.signIn(login)).send("{ addressBook { totalCount } }")).data).toEqual({ addressBook: { totalCount: 0 } });
    }
  });

  it("shows a pupil the own teachers, while the school lets pupils write", async () => {
    expect(await kinds("pupil")).toEqual(["CLASS_TEACHER Сидорова Анна Львовна", "TEACHER Иванова Мария Петровна"]);
    await server.owner.query(
      "INSERT INTO school_setting (school_id, name, valid_from, value) VALUES ($1, 'pupils_may_write', '2026-11-01', 'false')",
      [school.schoolId],
    );
    expect(await kinds("pupil")).toEqual([]);
    expect((await kinds("classTeacher")).filter((line) => line.startsWith("PUPIL"))).toEqual([]);
    await server.owner.query("DELETE FROM school_setting WHERE name = 'pupils_may_write'");
  });

  it("lets a pupil answer the deputy who has written, and not begin", async () => {
    const pupil = await server.signIn("pupil");
    const deputy = { personId: school.staff.deputy, pupilId: school.pupils.misha };
    expect((await startConversation(pupil, [deputy])).errors[0]?.extensions.code).toBe("INVALID");
    const { id } = await begun(await server.signIn("deputy"), school.pupils.misha, school.pupils.misha);
    expect(await sent(pupil, id, "Спасибо")).toMatchObject({ seq: 2 });
    expect(await kinds("pupil")).toContain("ADMINISTRATION Белова Ольга Ивановна");
    await server.owner.query("TRUNCATE conversation, message CASCADE");
  });

  it("shows staff their colleagues, and the guardians of those whom they teach or lead", async () => {
    expect((await kinds("teacher")).filter((line) => line.startsWith("GUARDIAN"))).toEqual(["GUARDIAN Орлова Ирина Сергеевна"]);
    expect((await kinds("otherTeacher")).filter((line) => line.startsWith("GUARDIAN"))).toEqual(["GUARDIAN Борисова Дарья Ильинична"]);
    expect((await kinds("deputy")).filter((line) => line.startsWith("GUARDIAN"))).toHaveLength(2);
    expect((await kinds("admin")).every((line) => line.startsWith("COLLEAGUE"))).toBe(true);
    expect((await kinds("teacher")).filter((line) => line.startsWith("COLLEAGUE")).length).toBeGreaterThan(5);
  });

  it("finds by name, subject, class and child", async () => {
    expect(await kinds("mother", { search: "иван" })).toEqual(["TEACHER Иванова Мария Петровна"]);
    expect(await kinds("mother", { search: "матем" })).toEqual(["TEACHER Иванова Мария Петровна"]);
    expect(await kinds("teacher", { search: "орлов" })).toContain("GUARDIAN Орлова Ирина Сергеевна");
    expect(await kinds("mother", { search: "100%_" })).toEqual([]);
    expect(await kinds("mother", { pupilId: school.pupils.borya })).toEqual([]);
  });

  it("finds of colleagues those alone who are named so", async () => {
    expect(await kinds("deputy", { search: "орлов мих" })).toEqual(["GUARDIAN Орлова Ирина Сергеевна", "PUPIL Орлов Михаил Андреевич"]);
    expect(await kinds("teacher", { search: "сидор" })).toEqual(["COLLEAGUE Сидорова Анна Львовна"]);
    expect(await kinds("teacher", { search: "щ" })).toEqual([]);
  });

  it.each(["mother", "deputy", "classTeacher"])("is the same for %s page by page", async (login) => {
    const client = await server.signIn(login);
    const whole = (await book(client)).map(({ personId, pupilId }) => `${personId}:${pupilId ?? ""}`);
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const answer: Answer<{ addressBook: { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } }> =
        await client.send(
          "query ($after: String) { addressBook(first: 2, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }",
          { after },
        );
      const { nodes, pageInfo } = answer.data!.addressBook;
      seen.push(...nodes.map(({ id }) => id));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after);
    expect(seen).toEqual(whole);
  });

  it("names the guardians of a journal's pupils to those who teach them, and of nobody else's", async () => {
    const { journals, pupils, guardians } = school;
    const asked = async (login: string, journalId: string, pupilIds: string[]) => {
      const { data, errors } = await (
        await server.signIn(login)
      ).send<{ guardiansOfPupils: { personId: string }[] }>(
        "query ($journalId: ID!, $pupilIds: [ID!]!) { guardiansOfPupils(journalId: $journalId, pupilIds: $pupilIds) { personId } }",
        { journalId, pupilIds },
      );
      return errors[0]?.extensions.code ?? data!.guardiansOfPupils.map(({ personId }) => personId);
    };
    const both = [pupils.misha, pupils.borya];
    expect(await asked("teacher", journals.maths5A, both)).toEqual([guardians.mother]);
    expect(await asked("otherTeacher", journals.maths5A, both)).toBe("FORBIDDEN");
    expect(await asked("mother", journals.maths5A, both)).toBe("FORBIDDEN");
    expect(await asked("deputy", journals.maths5A, both)).toHaveLength(2);
    expect(await asked("teacher", journals.maths5A, Array<string>(51).fill(pupils.misha))).toBe("LIMIT_EXCEEDED");
  });

  it("leaves out who has no open account", async () => {
    await server.owner.query("UPDATE account SET closed_at = now() WHERE person_id = $1", [school.staff.teacher]);
    expect(await kinds("mother")).not.toContain("TEACHER Иванова Мария Петровна");
    await server.owner.query("UPDATE account SET closed_at = NULL WHERE person_id = $1", [school.staff.teacher]);
  });

  it("is asked in one statement beside the viewer's", async () => {
    const client = await server.signIn("teacher");
    expect(await statementsOf(() => client.send("{ addressBook { nodes { id } } }"))).toHaveLength(2);
  });

  it.each([
    [
      "a pupil to every teacher",
      "pupil",
      () => [
        { personId: school.staff.teacher, pupilId: school.pupils.misha },
        { personId: school.staff.otherTeacher, pupilId: school.pupils.misha },
      ],
    ],
    ["a guardian about another's child", "mother", () => [{ personId: school.staff.teacher, pupilId: school.pupils.anya }]],
    ["a guardian to another guardian", "mother", () => [{ personId: school.guardians.otherMother, pupilId: school.pupils.misha }]],
    [
      "a teacher to a stranger's guardian",
      "teacher",
      () => [
        { personId: school.guardians.mother, pupilId: school.pupils.misha },
        { personId: school.guardians.otherMother, pupilId: school.pupils.borya },
      ],
    ],
    ["a teacher to the former guardian", "teacher", () => [{ personId: school.guardians.formerGuardian, pupilId: school.pupils.misha }]],
    ["somebody to themselves", "teacher", () => [{ personId: school.staff.teacher }]],
    ["to nobody that exists", "deputy", () => [{ personId: "019903a5-7880-7dd2-b1c2-8958502077ef" }]],
    ["to something that is no id", "deputy", () => [{ personId: "1; DROP TABLE person" }]],
  ])("does not let %s write: nothing is sent to anybody", async (_, login, recipients) => {
    const client = await server.signIn(login);
    const wanted = recipients();
    const { errors } = await startConversation(client, wanted);
    expect(errors[0]?.extensions).toMatchObject({ code: "INVALID", field: `recipients[${wanted.length - 1}].personId` });
    expect(errors[0]?.message).toMatch(/ничего не отправлено/);
    expect(await inbox(client)).toEqual([]);
  });

  it("does not reach into another school", async () => {
    const other = (await server.owner.query("SELECT person_id FROM account WHERE login = 'teacher-2'")).rows[0].person_id as string;
    const { errors } = await startConversation(await server.signIn("deputy"), [{ personId: other }]);
    expect(errors[0]?.extensions.code).toBe("INVALID");
  });
});

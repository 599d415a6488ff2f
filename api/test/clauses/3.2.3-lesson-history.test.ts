import { send, setMarks } from "../factories/commands";
import { statementsOf } from "../count-statements";
import { makeSmallSchool, OF_TODAY, type SmallSchool } from "../factories/small-school";
import { startTestServer, type TestClient, type TestServer } from "../test-server";

interface Entry {
  id: string;
  at: string;
  actor: string;
  thing: string;
  pupil: string | null;
  assessmentId: string | null;
  changes: { field: string; from: string | null; to: string | null }[];
}

interface History {
  lessonHistory: { nodes: Entry[]; edges: { cursor: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
}

const QUERY = `query ($journalId: ID!, $lessonId: ID!, $pupilId: ID, $first: Int = 50, $after: String) {
  lessonHistory(journalId: $journalId, lessonId: $lessonId, pupilId: $pupilId, first: $first, after: $after) {
    nodes { id at actor thing pupil assessmentId changes { field from to } } edges { cursor } pageInfo { hasNextPage endCursor }
  }
}`;

describe("the history of a lesson", () => {
  let server: TestServer;
  let school: SmallSchool;
  let teacher: TestClient;
  let place: { journalId: string; lessonId: string };
  const ask = (client: TestClient, variables: object = {}) => client.send<History>(QUERY, { ...place, ...variables });
  const entries = async (variables: object = {}) => (await ask(teacher, variables)).data!.lessonHistory.nodes;

  beforeAll(async () => {
    server = await startTestServer();
    school = await makeSmallSchool(server.owner);
    teacher = await server.signIn("teacher");
    place = { journalId: school.journals.maths5A, lessonId: school.lessons.friday };
    const { misha, anya } = school.pupils;
    const cell = { lessonId: place.lessonId, pupilId: misha };
    await setMarks(teacher, place.journalId, [{ ...cell, value: "4" }]);
    await setMarks(teacher, place.journalId, [{ ...cell, value: "5", comment: "исправил", version: 1 }]);
    await send(
      teacher,
      "setAttendance",
      { ...place, cells: [{ pupilId: anya, kind: "LATE", minutesLate: 7, version: 0 }] },
      "cells { outcome }",
    );
    await send(teacher, "setHomework", { ...place, text: "№ 5", version: 0 }, "version");
    await send(teacher, "recordLesson", { ...place, topic: "Вычитание дробей", version: 1 }, "lesson { id }");
  });
  afterAll(() => server?.stop());

  it("tells who changed what, when, from what and to what, newest first", async () => {
    const [lesson, homework, late, corrected, mark, column] = await entries();
    const who = { actor: "Иванова М. П.", at: expect.stringMatching(OF_TODAY) };
    expect(lesson).toMatchObject({
      ...who,
      thing: "LESSON",
      pupil: null,
      changes: [{ field: "topic", from: "Сложение дробей", to: "Вычитание дробей" }],
    });
    expect(homework).toMatchObject({ ...who, thing: "HOMEWORK", changes: [{ field: "text", from: null, to: "№ 5" }] });
    expect(late).toMatchObject({
      thing: "ATTENDANCE",
      pupil: "Ёлкина Анна",
      changes: [
        { field: "kind", from: null, to: "LATE" },
        { field: "minutesLate", from: null, to: "7" },
      ],
    });
    expect(corrected).toMatchObject({
      thing: "MARK",
      pupil: "Орлов Михаил",
      assessmentId: mark!.assessmentId,
      changes: [
        { field: "value", from: "4", to: "5" },
        { field: "comment", from: null, to: "исправил" },
      ],
    });
    expect(mark).toMatchObject({ thing: "MARK", changes: [{ field: "value", from: null, to: "4" }] });
    expect(column).toMatchObject({ thing: "ASSESSMENT", assessmentId: mark!.assessmentId });
  });

  it("tells of one pupil's cell alone when asked so", async () => {
    expect((await entries({ pupilId: school.pupils.misha })).map((entry) => entry.thing)).toEqual(["MARK", "MARK"]);
    expect(await entries({ pupilId: school.pupils.borya })).toEqual([]);
  });

  it("comes in pages", async () => {
    const all = (await entries()).map((entry) => entry.id);
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { nodes, pageInfo }: History["lessonHistory"] = (await ask(teacher, { first: 4, after })).data!.lessonHistory;
      seen.push(...nodes.map((entry) => entry.id));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after);
    expect(seen).toEqual(all);
  });

  it("takes one statement beside the viewer's", async () => {
    expect(await statementsOf(() => ask(teacher))).toEqual(["viewer", "lesson-history"]);
  });

  it("says nothing of a lesson under another journal's name", async () => {
    const { errors } = await ask(teacher, { journalId: school.journals.maths5B });
    expect(errors[0]?.extensions.code).toBe("FORBIDDEN");
    const other = await server.signIn("otherteacher");
    expect((await ask(other, { journalId: school.journals.maths5B })).data!.lessonHistory.nodes).toEqual([]);
  });

  it.each(["teacher", "classteacher", "deputy", "director"])("is for %s to read", async (login) => {
    const { data } = await ask(await server.signIn(login));
    expect(data!.lessonHistory.nodes).toHaveLength(6);
  });

  it.each(["otherteacher", "admin", "specialist", "mother", "pupil", "formerteacher", "formerdeputy"])("is not for %s", async (login) => {
    const { data, errors } = await ask(await server.signIn(login));
    expect([data, errors[0]?.extensions.code]).toEqual([null, "FORBIDDEN"]);
  });

  it.each([
    ["journalId", { journalId: "1" }],
    ["lessonId", { lessonId: "1" }],
    ["pupilId", { pupilId: "1" }],
    ["after", { after: "x" }],
  ])("refuses a malformed %s", async (field, variables) => {
    expect((await ask(await server.signIn("deputy"), variables)).errors[0]?.extensions).toMatchObject({ code: "INVALID", field });
  });
});

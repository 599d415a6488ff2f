import { uuidv7 } from "uuidv7";
import { verifyHistory } from "../../src/kernel/verify-history";
import { furnishFirstQuarter } from "../factories/analysed-class";
import { send } from "../factories/commands";
import { makeSmallSchool, type SmallSchool } from "../factories/small-school";
import { startTestServer, type TestClient, type TestServer } from "../test-server";

interface Answered {
  analysis: {
    figures: { summary: { byPupils: { success: string }; pupilCount: number } };
    changedSince: { byPupils: { success: string } } | null;
    document: { status: string; version: number; conclusions: string; causes: string; signedBy: string | null } | null;
  };
}

const ANALYSIS = `figures { summary { byPupils { success } pupilCount } } changedSince { byPupils { success } }
  document { status version conclusions causes measures signedBy signedAt savedBy }`;
const WORDS = { conclusions: "Успеваемость 60 %.", causes: "Пропуски по болезни.", measures: "Консультации до 20 ноября." };

describe("the analysis as a document (3.3.2)", () => {
  let server: TestServer;
  let school: SmallSchool;
  let classTeacher: TestClient;
  const order = (name: string, version: number, more: object = {}, client = classTeacher) =>
    send<Answered>(client, name, { classId: school.class5A, termId: school.quarter1, version, ...more }, `analysis { ${ANALYSIS} }`);
  const read = async (client = classTeacher) => {
    const { data, errors } = await client.send<{ classAnalysis: Answered["analysis"] }>(
      `query ($classId: ID!, $termId: ID) { classAnalysis(classId: $classId, termId: $termId) { ${ANALYSIS} } }`,
      { classId: school.class5A, termId: school.quarter1 },
    );
    expect(errors).toEqual([]);
    return data!.classAnalysis;
  };
  const succeed = async (...asked: Parameters<typeof order>): Promise<Answered["analysis"]> => {
    const { data, errors } = await order(...asked);
    expect(errors).toEqual([]);
    return Object.values(data!)[0]!.analysis;
  };
  const codeOf = async (...asked: Parameters<typeof order>) => (await order(...asked)).errors[0]?.extensions.code;

  beforeAll(async () => {
    server = await startTestServer();
    school = await makeSmallSchool(server.owner);
    await furnishFirstQuarter(server.owner, school);
    classTeacher = await server.signIn("classteacher");
  });
  afterAll(() => server?.stop());

  it("is saved as a draft, which the deputy does not read yet", async () => {
    expect((await succeed("saveAnalysis", 0, WORDS)).document).toMatchObject({ status: "DRAFT", version: 1, ...WORDS, signedBy: null });
    expect((await succeed("saveAnalysis", 1, { ...WORDS, causes: "Пропуски.\r\nЛень. " })).document).toMatchObject({
      version: 2,
      causes: "Пропуски.\nЛень.",
    });
    expect((await read(await server.signIn("deputy"))).document).toBeNull();
  });

  it("is not overwritten unseen, and the same operation is done once", async () => {
    const { errors } = await order("saveAnalysis", 1, WORDS);
    expect(errors[0]?.extensions).toMatchObject({ code: "CONFLICT", version: 2, causes: "Пропуски.\nЛень." });
    const operationId = uuidv7();
    for (let time = 0; time < 2; time++) expect((await succeed("saveAnalysis", 2, { ...WORDS, operationId })).document?.version).toBe(3);
    const twoFirst = await Promise.all([
      order("saveAnalysis", 0, { ...WORDS, termId: null }),
      order("saveAnalysis", 0, { ...WORDS, termId: null }),
    ]);
    expect(twoFirst.map(({ errors: [error] }) => error?.extensions.code ?? "SAVED").sort()).toEqual(["CONFLICT", "SAVED"]);
  });

  it("is signed once it has conclusions and the period is over", async () => {
    expect(await codeOf("signAnalysis", 2)).toBe("CONFLICT");
    expect(await codeOf("signAnalysis", 0, { termId: school.quarter2 })).toBe("INVALID");
    await succeed("saveAnalysis", 0, { ...WORDS, termId: school.quarter2 });
    expect((await order("signAnalysis", 1, { termId: school.quarter2 })).errors[0]).toMatchObject({
      message: "Период ещё идёт. Подписать анализ можно с 28.12.2026, а пока сохраняйте черновик.",
      extensions: { code: "INVALID", field: "termId" },
    });
    await succeed("saveAnalysis", 1, { ...WORDS, conclusions: " ", termId: school.quarter2 });
    expect((await order("signAnalysis", 2, { termId: school.quarter2 })).errors[0]?.extensions).toMatchObject({
      code: "INVALID",
      field: "conclusions",
    });
    expect(await codeOf("reopenAnalysis", 3)).toBe("INVALID");
    expect((await succeed("signAnalysis", 3)).document).toMatchObject({ status: "SIGNED", version: 4, signedBy: "Сидорова А. Л." });
    expect((await read(await server.signIn("deputy"))).document).toMatchObject({ status: "SIGNED", conclusions: WORDS.conclusions });
  });

  it("keeps the figures of the signature when marks change later, and says that they differ now", async () => {
    expect(await read()).toMatchObject({ figures: { summary: { byPupils: { success: "60.00" } } }, changedSince: null });
    await server.owner.query("UPDATE term_mark SET grade = 4 WHERE pupil_id = $1 AND grade = 2", [school.pupils.left]);
    expect(await read()).toMatchObject({
      figures: { summary: { byPupils: { success: "60.00" } } },
      changedSince: { byPupils: { success: "80.00" } },
    });
    expect(await codeOf("saveAnalysis", 4, WORDS)).toBe("INVALID");
  });

  it("becomes a draft again with the figures of now, and what was signed stays in the history", async () => {
    expect(await succeed("reopenAnalysis", 4)).toMatchObject({
      document: { status: "DRAFT", version: 5, signedBy: null },
      changedSince: null,
    });
    expect(await succeed("signAnalysis", 5)).toMatchObject({ figures: { summary: { byPupils: { success: "80.00" } } } });
    const { rows } = await server.owner.query<{ status: string; success: string | null }>(
      `SELECT after->>'status' AS status, after #>> '{figures,summary,byPupils,success}' AS success
       FROM history JOIN term_analysis ON term_analysis.id = history.thing_id WHERE thing = 'ANALYSIS' AND term_id = $1 ORDER BY seq DESC LIMIT 3`,
      [school.quarter1],
    );
    expect(rows).toEqual([
      { status: "SIGNED", success: "80.00" },
      { status: "DRAFT", success: null },
      { status: "SIGNED", success: "60.00" },
    ]);
    expect((await verifyHistory(server.database, school.schoolId)).brokenAt).toBeNull();
  });

  it("stands in the deputy's list of the period, class by class, with its figures once it is signed (3.4.4)", async () => {
    const list = `query ($first: Int, $after: String, $termId: ID, $wholeYear: Boolean) {
      analyses(first: $first, after: $after, termId: $termId, wholeYear: $wholeYear) { pageInfo { endCursor hasNextPage }
        nodes { label classTeacher period { number } status summary { byPupils { success } } } } }`;
    type Page = { analyses: { nodes: object[]; pageInfo: { endCursor: string; hasNextPage: boolean } } };
    const deputy = await server.signIn("deputy");
    const ask = async (asked: object) => (await deputy.send<Page>(list, { ...asked })).data!.analyses;
    const signed = {
      label: "5«А»",
      classTeacher: "Сидорова А. Л.",
      period: { number: 1 },
      status: "SIGNED",
      summary: { byPupils: { success: "80.00" } },
    };
    const first = await ask({ first: 1 });
    expect(first).toMatchObject({ nodes: [signed], pageInfo: { hasNextPage: true } });
    const notBegun = { label: "5«Б»", classTeacher: null, period: { number: 1 }, status: null, summary: null };
    expect((await ask({ first: 1, after: first.pageInfo.endCursor })).nodes).toEqual([notBegun]);
    const draft = { label: "5«А»", status: "DRAFT", summary: null };
    expect((await ask({ termId: school.quarter2 })).nodes[0]).toMatchObject({ ...draft, period: { number: 2 } });
    expect((await ask({ wholeYear: true })).nodes[0]).toMatchObject({ ...draft, period: { number: null } });
    expect((await classTeacher.send(list)).errors[0]?.extensions.code).toBe("FORBIDDEN");
  });

  it("is written by the class's own teacher alone", async () => {
    for (const login of ["deputy", "director", "teacher", "admin", "mother"]) {
      const client = await server.signIn(login);
      for (const name of ["signAnalysis", "reopenAnalysis"])
        expect([login, await codeOf(name, 6, {}, client)]).toEqual([login, "FORBIDDEN"]);
      expect([login, await codeOf("saveAnalysis", 6, WORDS, client)]).toEqual([login, "FORBIDDEN"]);
    }
    expect(await codeOf("saveAnalysis", 0, { ...WORDS, classId: school.class5B })).toBe("FORBIDDEN");
    expect(await codeOf("saveAnalysis", 0, { ...WORDS, termId: uuidv7() })).toBe("NOT_FOUND");
    expect(await codeOf("saveAnalysis", 6, { ...WORDS, measures: "а".repeat(4001) })).toBe("TEXT_TOO_LONG");
  });
});

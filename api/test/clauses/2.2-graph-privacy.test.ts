import { uuidv7 } from "uuidv7";
import { makeSmallSchool, type SmallSchool } from "../factories/small-school";
import { type Answer, startTestServer, type TestClient, type TestServer } from "../test-server";

describe("a family gets nothing of the open graph but the school and the own child's card (2.2)", () => {
  let server: TestServer;
  let school: SmallSchool;
  let other: SmallSchool;
  beforeAll(async () => {
    server = await startTestServer();
    school = await makeSmallSchool(server.owner);
    other = await makeSmallSchool(server.owner, "-2");
  });
  afterAll(() => server?.stop());

  const clients = new Map<string, Promise<TestClient>>();
  const as = async (login: string, query: string, variables?: Record<string, unknown>): Promise<Answer> => {
    if (!clients.has(login)) clients.set(login, server.signIn(login));
    return (await clients.get(login)!).send(query, variables);
  };
  const codes = ({ errors }: Answer): string[] => [...new Set(errors.map(({ extensions }) => extensions.code))];

  const LISTS = [
    "academicYears { id }",
    "subjects { id }",
    "classes { id }",
    "pupils { totalCount nodes { id } }",
    "staff { totalCount nodes { id } }",
  ];

  it.each(["mother", "pupil", "formerguardian"])("%s: the school, and no list of the graph", async (login) => {
    expect((await as(login, "{ school { shortName } }")).data).toEqual({ school: { shortName: "Школа № 1" } });
    for (const list of LISTS) expect(codes(await as(login, `{ ${list} }`))).toEqual(["FORBIDDEN"]);
  });

  it.each(["mother", "pupil"])("%s: the own card with the label of the class, and nothing behind it", async (login) => {
    const id = school.pupils.misha;
    const card = await as(login, "query ($id: ID!) { pupil(id: $id) { surname bornOn schoolClass { label grade } } }", { id });
    expect(card).toMatchObject({ errors: [], data: { pupil: { surname: "Орлов", schoolClass: { label: "5«А»" } } } });
    for (const behind of ["pupils { surname }", "journals { id }", "classTeacher { surname }", "academicYear { name }"]) {
      expect(codes(await as(login, `query ($id: ID!) { pupil(id: $id) { schoolClass { ${behind} } } }`, { id }))).toEqual(["FORBIDDEN"]);
    }
    expect(codes(await as(login, "query ($id: ID!) { pupil(id: $id) { guardians { phone } } }", { id }))).toEqual(["FORBIDDEN"]);
  });

  it.each(["mother", "pupil", "formerguardian", "otherpupil"])(
    "%s: no classmate, no journal, no lesson, whether they are there or not",
    async (login) => {
      const { class5A, journals, lessons, pupils } = school;
      for (const id of [pupils.anya, uuidv7(), other.pupils.misha]) {
        expect(codes(await as(login, "query ($id: ID!) { pupil(id: $id) { surname } }", { id }))).toEqual(["FORBIDDEN"]);
      }
      for (const [query, variables] of [
        ["query ($id: ID!) { schoolClass(id: $id) { label } }", { id: class5A }],
        ["query ($id: ID!) { journal(id: $id) { className } }", { id: journals.maths5A }],
        ["query ($id: ID!) { lessons(journalId: $id) { nodes { topic } } }", { id: journals.maths5A }],
        [
          "query ($id: ID!, $lesson: ID!) { lesson(journalId: $id, id: $lesson) { marks { value } } }",
          { id: journals.maths5A, lesson: lessons.friday },
        ],
      ] as const) {
        expect(codes(await as(login, query, variables))).toEqual(["FORBIDDEN"]);
      }
    },
  );
});

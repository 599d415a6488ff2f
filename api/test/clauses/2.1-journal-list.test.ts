import { statementsOf } from "../count-statements";
import { makeSmallSchool, type SmallSchool } from "../factories/small-school";
import { startTestServer, type TestServer } from "../test-server";

const LIST = `query ($first: Int, $after: String, $filter: JournalFilter) { journals(first: $first, after: $after, filter: $filter) {
  nodes { id kind className weeklyHours subject { name } teachers { surname } } pageInfo { hasNextPage endCursor } totalCount } }`;

interface List {
  nodes: { id: string; className: string; subject: { name: string }; teachers: { surname: string }[]; weeklyHours: number }[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
  totalCount: number;
}

describe("the list of journals (2.1)", () => {
  let server: TestServer;
  let school: SmallSchool;
  const open = async (login: string, variables: object = {}) =>
    (await server.signIn(login)).send<{ journals: List }>(LIST, variables as Record<string, unknown>);
  const list = async (login: string, variables: object = {}) => {
    const { data, errors } = await open(login, variables);
    expect(errors).toEqual([]);
    return data!.journals;
  };
  const names = ({ nodes }: List) => nodes.map(({ subject, className }) => `${subject.name} ${className}`);

  beforeAll(async () => {
    server = await startTestServer();
    school = await makeSmallSchool(server.owner);
  });
  afterAll(() => server?.stop());

  it("holds what a teacher teaches today, with the load", async () => {
    const mine = await list("teacher");
    expect(mine).toMatchObject({
      totalCount: 1,
      nodes: [{ id: school.journals.maths5A, weeklyHours: 5, teachers: [{ surname: "Иванова" }] }],
    });
    expect((await list("formerteacher")).nodes).toEqual([]);
  });

  it("holds every journal of the class for its class teacher, by the school's order of subjects", async () => {
    expect(names(await list("classteacher"))).toEqual(["Английский язык 5«А»", "Математика 5«А»", "Музыка 5«А»"]);
  });

  it("holds the whole school for the office, page by page", async () => {
    const all = ["Английский язык 5«А»", "Математика 5«А»", "Математика 5«Б»", "Музыка 5«А»"];
    for (const login of ["director", "deputy", "admin"]) expect(names(await list(login))).toEqual(all);
    const head = await list("deputy", { first: 3 });
    expect(head).toMatchObject({ totalCount: 4, pageInfo: { hasNextPage: true } });
    const tail = await list("deputy", { first: 3, after: head.pageInfo.endCursor });
    expect([...names(head), ...names(tail)]).toEqual(all);
    expect(tail.pageInfo.hasNextPage).toBe(false);
  });

  it("is narrowed by class, subject, teacher, kind, year and words in any order", async () => {
    const { class5B, subjects, staff, lastYear } = school;
    const narrowed = async (filter: object) => names(await list("deputy", { filter }));
    expect(await narrowed({ classId: class5B })).toEqual(["Математика 5«Б»"]);
    expect(await narrowed({ subjectId: subjects.english })).toEqual(["Английский язык 5«А»"]);
    expect(await narrowed({ teacherId: staff.otherTeacher })).toEqual(["Математика 5«Б»"]);
    expect(await narrowed({ kind: "GROUP" })).toEqual([]);
    expect(await narrowed({ academicYearId: lastYear })).toEqual([]);
    expect(await narrowed({ search: "5«б» МАТ" })).toEqual(["Математика 5«Б»"]);
    expect(await narrowed({ search: "химия" })).toEqual([]);
  });

  it("is closed to pupils, guardians and the specialist, and wrong arguments are named", async () => {
    for (const login of ["pupil", "mother", "specialist"]) expect((await open(login)).errors[0]?.extensions.code).toBe("FORBIDDEN");
    expect((await open("deputy", { filter: { classId: "5А" } })).errors[0]?.extensions).toMatchObject({
      code: "INVALID",
      field: "filter.classId",
    });
    expect((await open("deputy", { after: "нет" })).errors[0]?.extensions).toMatchObject({ code: "INVALID", field: "after" });
    expect((await open("deputy", { first: 1000 })).errors[0]?.extensions.code).toBe("LIMIT_EXCEEDED");
  });

  it("does not grow in statements with its rows", async () => {
    const deputy = await server.signIn("deputy");
    const one = await statementsOf(() => deputy.send(LIST, { first: 1 }));
    expect(await statementsOf(() => deputy.send(LIST, { first: 50 }))).toHaveLength(one.length);
  });
});

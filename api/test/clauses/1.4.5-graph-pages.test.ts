import { makePupil } from "../factories/person";
import { makeSmallSchool, type SmallSchool } from "../factories/small-school";
import { type Answer, startTestServer, type TestClient, type TestServer } from "../test-server";

interface Pupils {
  pupils: {
    nodes: { id: string; surname: string; givenName: string }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    totalCount?: number;
  };
}

const PAGE = `query ($first: Int, $after: String, $filter: PupilFilter) {
  pupils(first: $first, after: $after, filter: $filter) { nodes { id surname givenName } pageInfo { hasNextPage endCursor } }
}`;

describe("lists of the open graph, page by page (1.4.5)", () => {
  let server: TestServer;
  let school: SmallSchool;
  let deputy: TestClient;
  beforeAll(async () => {
    server = await startTestServer();
    school = await makeSmallSchool(server.owner);
    await makeSmallSchool(server.owner, "-2");
    for (const surname of ["Ежов", "Ёжиков", "Ежова", "Жуков", "Жуков", "Жукова"]) {
      await makePupil(server.owner, school.schoolId, `${surname} Иван`, school.class5B);
    }
    deputy = await server.signIn("deputy");
  });
  afterAll(() => server?.stop());

  const names = async (filter: Record<string, string>, client = deputy): Promise<string[]> => {
    const { data, errors } = await client.send<Pupils>(PAGE, { first: 200, filter });
    expect(errors).toEqual([]);
    return data!.pupils.nodes.map(({ surname, givenName }) => `${surname} ${givenName}`);
  };

  /** Reads all pages; `between` runs after the first one. */
  const readAll = async (first: number, between: () => Promise<unknown> = async () => undefined): Promise<Pupils["pupils"]["nodes"]> => {
    const found: Pupils["pupils"]["nodes"] = [];
    let after: string | null = null;
    do {
      const { data, errors }: Answer<Pupils> = await deputy.send(PAGE, { first, after });
      expect(errors).toEqual([]);
      found.push(...data!.pupils.nodes);
      if (!after) await between();
      after = data!.pupils.pageInfo.hasNextPage ? data!.pupils.pageInfo.endCursor : null;
    } while (after);
    return found;
  };

  it("give every pupil exactly once, by the Russian alphabet, however long a page is", async () => {
    const whole = await readAll(200);
    expect(whole.map(({ surname }) => surname)).toEqual([
      ...["Абрамова", "Борисов", "Ёжиков", "Ежов", "Ежова", "Ёлкина", "Жуков", "Жуков", "Жукова", "Орлов"],
    ]);
    for (const first of [1, 2, 3, 10]) expect(await readAll(first)).toEqual(whole);
  });

  it("give each pupil once also when somebody arrives in between, before or behind the reader", async () => {
    const before = await readAll(200);
    const arrive = (name: string) => makePupil(server.owner, school.schoolId, name, school.class5A);
    const read = await readAll(3, () => Promise.all([arrive("Аверин Пётр"), arrive("Яковлев Пётр")]));
    expect(read.map(({ surname }) => surname)).toEqual([...before.map(({ surname }) => surname), "Яковлев"]);
    expect(new Set(read.map(({ id }) => id)).size).toBe(read.length);
  });

  it("count the whole list only when they are asked to", async () => {
    const { data } = await deputy.send<Pupils>("{ pupils(first: 1) { nodes { id } totalCount } }");
    expect(data!.pupils.totalCount).toBe((await readAll(200)).length);
    const staff = await deputy.send<{ staff: { totalCount: number } }>("{ staff(first: 1) { totalCount } }");
    expect(staff.data).toEqual({ staff: { totalCount: 9 } });
  });

  it("find a pupil by the beginning of the surname or given name, in any case, with е for ё", async () => {
    expect(await names({ search: "елк" })).toEqual(["Ёлкина Анна"]);
    expect(await names({ search: "ЁЖ" })).toEqual(["Ёжиков Иван", "Ежов Иван", "Ежова Иван"]);
    expect(await names({ search: "миха" })).toEqual(["Орлов Михаил"]);
    expect(await names({ search: "жук ив" })).toEqual(["Жуков Иван", "Жуков Иван", "Жукова Иван"]);
    expect(await names({ search: "иван жукова" })).toEqual(["Жукова Иван"]);
  });

  it("find nobody by the middle of a name or by signs that mean something to a database", async () => {
    expect(await names({ search: "кина" })).toEqual([]);
    expect(await names({ search: "%" })).toEqual([]);
    expect(await names({ search: "_рлов" })).toEqual([]);
    expect(await names({ search: "' OR 1=1 --" })).toEqual([]);
  });

  it("keep to one class when they are asked to", async () => {
    expect(await names({ classId: school.class5A, search: "а" })).toEqual(["Абрамова Инна", "Аверин Пётр", "Ёлкина Анна"]);
    expect(await names({ classId: school.class5B, search: "орлов" })).toEqual([]);
  });

  it("find staff in the same way", async () => {
    const { data } = await deputy.send('{ staff(search: "иванова") { nodes { surname position } pageInfo { hasNextPage } } }');
    expect(data).toEqual({ staff: { nodes: [{ surname: "Иванова", position: "учитель" }], pageInfo: { hasNextPage: false } } });
  });

  it.each([
    ["pupils(first: 201)", "LIMIT_EXCEEDED"],
    ["pupils(first: 0)", "INVALID"],
    ["staff(first: -5)", "INVALID"],
  ])("refuse %s and name the limit", async (list, code) => {
    const { errors } = await deputy.send(`{ ${list} { nodes { id } } }`);
    expect(errors[0]!.extensions).toMatchObject({ code, field: "first", limit: 200 });
    expect(errors[0]!.message).toContain("200");
  });

  it("refuse a hundred thousand rows by the cost of the query, before anything is read", async () => {
    const { status, errors } = await deputy.send("{ pupils(first: 100000) { nodes { id } } }");
    expect(status).toBe(400);
    expect(errors[0]!.extensions).toMatchObject({ code: "LIMIT_EXCEEDED", limit: "cost" });
  });

  it.each(["abc", "", "e30", "WyJzdGFmZiIsItCQIiwi0JAiLCJ4Il0", "%00", "null"])("refuse the cursor %j", async (after) => {
    const { errors, data } = await deputy.send(PAGE, { after });
    expect(data).toBeNull();
    expect(errors[0]!.extensions).toMatchObject({ code: "INVALID", field: "after" });
  });

  it("refuse a cursor of another list", async () => {
    const staff = await deputy.send<{ staff: { pageInfo: { endCursor: string } } }>("{ staff(first: 1) { pageInfo { endCursor } } }");
    const { errors } = await deputy.send(PAGE, { after: staff.data!.staff.pageInfo.endCursor });
    expect(errors[0]!.extensions.code).toBe("INVALID");
  });

  it("give the lessons of a journal by date and slot, a page at a time and within dates", async () => {
    const LESSONS = `query ($id: ID!, $from: LocalDate, $to: LocalDate, $after: String) {
      lessons(journalId: $id, from: $from, to: $to, first: 2, after: $after) { nodes { date slot } pageInfo { hasNextPage endCursor } } }`;
    type Lessons = { lessons: { nodes: { date: string; slot: number }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } };
    const id = school.journals.maths5A;
    const first = await deputy.send<Lessons>(LESSONS, { id, from: "2026-11-20", to: "2026-11-23" });
    expect(first.data!.lessons.nodes).toEqual([
      { date: "2026-11-20", slot: 1 },
      { date: "2026-11-23", slot: 1 },
    ]);
    const after = first.data!.lessons.pageInfo.endCursor;
    const second = await deputy.send<Lessons>(LESSONS, { id, from: "2026-11-20", to: "2026-11-23", after });
    expect(second.data!.lessons).toMatchObject({ nodes: [{ date: "2026-11-23", slot: 2 }], pageInfo: { hasNextPage: false } });
  });
});

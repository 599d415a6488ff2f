import { readFileSync } from "node:fs";
import { execute, parse } from "graphql";
import { systemClock } from "../src/kernel/clock";
import { requestLoaders, type RequestContext } from "../src/kernel/request-context";
import { loadViewer } from "../src/modules/access/load-viewer";
import { buildGuardedSchema } from "../src/server/build-schema";
import { makeAbsence, makeColumn, makeHomework, makeMark, makeTermMark } from "./factories/marks";
import { makeSmallSchool, TODAY, type SmallSchool } from "./factories/small-school";
import { SIGN_IN, startTestServer, type TestServer } from "./test-server";

/** The portal's own queries, as it sends them. */
const documents = Object.values(
  JSON.parse(readFileSync(`${__dirname}/../../schema/persisted-documents.json`, "utf8")) as Record<string, string>,
).filter((text) => parse(text).definitions.some((node) => node.kind === "OperationDefinition" && node.operation === "query"));

const LOGINS = ["director", "deputy", "admin", "teacher", "classteacher", "pupil", "mother", "othermother", "specialist", null];

const AWKWARD = [
  `{ me { login: accountId again: accountId ...Card } } fragment Card on Viewer { school { shortName } diaries { fullName } }`,
  `query ($with: Boolean!) { me { login @include(if: $with) school @skip(if: $with) { id } } }`,
  `{ __schema { queryType { name } } me { __typename } }`,
  `query ($journalId: ID!) { first: journalPage(journalId: $journalId) { subject } second: journalPage(journalId: "нет") { subject } me { login } }`,
  `query ($day: LocalDate = "2026-11-20", $pupilId: ID!) { diaryWeek(pupilId: $pupilId, week: $day) { startsOn days { lessons { subject marks { setAt weight } } } } }`,
  `query A { me { login } } query JournalList { journals { totalCount nodes { className lessons(first: 3) { nodes { date marks { value pupil { surname } } } } } } }`,
];

const A_JOURNAL = "query ($id: ID!) { journalPage(journalId: $id) { subject marks { value } } }";
const A_DAY = "query ($date: LocalDate) { myDay(date: $date) { date } }";

describe("queries run compiled answer as graphql-js answers them", () => {
  let server: TestServer;
  let school: SmallSchool;
  const schema = buildGuardedSchema();

  beforeAll(async () => {
    // As the portal's documents are: reviewed, and not measured.
    const trusted = [...documents, ...AWKWARD, A_JOURNAL, A_DAY, SIGN_IN].map((text, index): [string, string] => [String(index), text]);
    server = await startTestServer({ trustedDocuments: new Map(trusted) });
    school = await makeSmallSchool(server.owner);
    const { schoolId, lessons, pupils, journals, staff } = school;
    const columnId = await makeColumn(server.owner, { schoolId, lessonId: lessons.friday, weight: 1.5, title: "Контрольная № 1" });
    await makeMark(server.owner, { columnId, pupilId: pupils.misha, grade: 5, comment: "Молодец" });
    await makeAbsence(server.owner, { lessonId: lessons.friday, pupilId: pupils.anya, reason: "ОРВИ" });
    await makeHomework(server.owner, { lessonId: lessons.friday, text: "№ 5" });
    await makeTermMark(server.owner, {
      schoolId,
      journalId: journals.maths5A,
      pupilId: pupils.misha,
      termId: school.quarter1,
      grade: 4,
      by: staff.teacher,
    });
  });
  afterAll(() => server?.stop());

  it.each(LOGINS)("for %s, in every query of the portal and in awkward ones, twice", async (login) => {
    const { journals, class5A, pupils, lessons } = school;
    const variables = {
      journalId: journals.maths5A,
      classId: class5A,
      pupilId: pupils.misha,
      lessonId: lessons.friday,
      id: lessons.friday,
      conversationId: lessons.friday,
      messageId: lessons.friday,
      announcementId: lessons.friday,
      pupilIds: [pupils.misha],
      folder: "INBOX",
      open: true,
      text: "урок",
      date: TODAY,
      week: TODAY,
      first: 50,
      with: true,
      assessmentId: lessons.friday,
      onlyIncomplete: false,
      closed: false,
      inForce: true,
      waiting: true,
      wholeYear: false,
      termId: school.quarter2,
      filter: {},
      from: "2026-11-20T08:00:00+03:00",
      to: "2026-11-23T08:00:00+03:00",
      places: [],
    };
    const client = login ? await server.signIn(login) : server.anonymous;
    for (const query of [...documents, ...AWKWARD]) {
      const operationName = query.includes("query JournalList {") ? "JournalList" : undefined;
      const plain = await runPlainly(query, variables, operationName, client.cookie);
      for (let time = 0; time < 2; time++) {
        const { data, errors } = await client.send(query, variables, operationName);
        expect({ query, ...told(data, errors) }).toEqual({ query, ...plain });
      }
    }
  });

  it("refuses a pupil the journal, compiled or not (2.1, 2.2)", async () => {
    const pupil = await server.signIn("pupil");
    for (let time = 0; time < 3; time++) {
      const { data, errors } = await pupil.send(A_JOURNAL, {
        id: school.journals.maths5A,
      });
      expect([data, errors.map(({ extensions }) => extensions.code)]).toEqual([null, ["FORBIDDEN"]]);
    }
  });

  it("says where in the document an error is", async () => {
    const deputy = await server.signIn("deputy");
    const { errors } = await deputy.send('{\n  me { login }\n  page: journalPage(journalId: "5А") { subject }\n}');
    expect(errors).toMatchObject([
      { path: ["page"], locations: [{ line: 3, column: 3 }], extensions: { code: "INVALID", field: "journalId" } },
    ]);
  });

  it("names the variable that is wrong", async () => {
    const { data, errors } = await server.anonymous.send(A_DAY, {
      date: "2026-02-30",
    });
    expect([data, errors.map(({ extensions }) => extensions.code)]).toEqual([undefined, ["INVALID"]]);
  });

  async function runPlainly(query: string, variableValues: object, operationName: string | undefined, cookie: string | undefined) {
    const clock = systemClock(TODAY);
    const token = cookie?.split("=")[1];
    const viewer = token ? await loadViewer(server.database, clock, false, token) : null;
    const contextValue: RequestContext = {
      ...{ database: server.database, clock, viewer, demoMode: false, mailIsOn: false },
      ...{ requestId: "plain", address: "unknown", userAgent: null, loader: requestLoaders() },
      reloadViewer: async () => viewer,
      sessionCookie: { set: () => undefined, clear: () => undefined },
      deviceCookie: { value: undefined, set: () => undefined },
    };
    const result = await execute({ schema, document: parse(query), variableValues: { ...variableValues }, operationName, contextValue });
    return told(result.data, result.errors ?? []);
  }
});

/** What must be the same. Where two root fields fail that may not be null, it is chance which of them is told of. */
function told(data: unknown, errors: readonly Parameters<typeof outline>[0][]): object {
  const same = data ? { data, errors: errors.map(outline) } : { data: null, codes: errors.map(({ extensions }) => extensions.code) };
  return JSON.parse(JSON.stringify(same)) as object;
}

/** What must be the same of an error; the sentence of a library is made Russian after both. */
function outline({ path, locations, extensions }: { path?: unknown; locations?: unknown; extensions: Record<string, unknown> }) {
  const { code, field } = extensions;
  return JSON.parse(JSON.stringify({ path, locations, code, field })) as object;
}

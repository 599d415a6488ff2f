import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { PAGE_LIMIT } from "../../src/kernel/connection";
import { LIMITS } from "../../src/server/request-limits";
import { loadTrustedDocuments } from "../../src/server/trusted-documents";
import { makeColumn, makeMark, makeTermMark } from "../factories/marks";
import { PASSWORD } from "../factories/person";
import { makeSmallSchool, type SmallSchool } from "../factories/small-school";
import { makeClient, startTestServer, type TestServer } from "../test-server";

const ROOT = join(__dirname, "..", "..", "..");
const GUIDE = readFileSync(join(ROOT, "docs", "reporting.md"), "utf8");
const SIGN_IN = blocks("graphql sign-in")[0];

describe("the guide for people who build reports, docs/reporting.md (1.4.5)", () => {
  const documents = loadTrustedDocuments(join(ROOT, "schema", "persisted-documents.json"));
  let server: TestServer;
  let school: SmallSchool;
  beforeAll(async () => {
    server = await startTestServer({ trustedDocuments: documents });
    school = await makeSmallSchool(server.owner);
    const columnId = await makeColumn(server.owner, { schoolId: school.schoolId, lessonId: school.lessons.friday });
    await makeMark(server.owner, { columnId, pupilId: school.pupils.misha, grade: 5 });
    const term = { schoolId: school.schoolId, termId: school.quarter1, by: school.staff.teacher };
    await makeTermMark(server.owner, { ...term, journalId: school.journals.maths5A, pupilId: school.pupils.misha, grade: 4 });
  });
  afterAll(() => server?.stop());

  it("names the sign-in that everybody may send", () => {
    expect([...documents.values()]).toContain(SIGN_IN);
  });

  it("has a script that writes the list of pupils", async () => {
    const env = { ...process.env, JOURNAL_URL: server.url, JOURNAL_LOGIN: "deputy", JOURNAL_PASSWORD: PASSWORD };
    const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", blocks("js script")[0]!], { env });
    expect(stdout.trim().split("\n")).toEqual(["Абрамова;Инна;5«А»", "Борисов;Борис;5«Б»", "Ёлкина;Анна;5«А»", "Орлов;Михаил;5«А»"]);
  });

  const SHOWN: Record<string, unknown> = {
    Years: { school: { shortName: "Школа № 1" }, academicYears: [{ status: "CURRENT", terms: [{ number: 1 }, { number: 2 }] }, {}] },
    Classes: { classes: [{ label: "5«А»", classTeacher: { surname: "Сидорова" }, pupils: [{}, {}, {}] }, { pupils: [{}] }] },
    Load: { schoolClass: { journals: [{ teachers: [{ surname: "Сидорова" }] }, { weeklyHours: 5 }, { teachers: [] }] } },
    Week: { lessons: { nodes: [{ date: "2026-11-20", marks: [{ value: "5", attempt: 1, pupil: { surname: "Орлов" } }] }] } },
    TermMarks: { schoolClass: { journals: [{}, { termMarks: [{ value: "4", term: { number: 1 }, pupil: { surname: "Орлов" } }] }, {}] } },
    HowMany: { pupils: { totalCount: 4 }, staff: { totalCount: 9 } },
    Find: { pupils: { nodes: [{ surname: "Орлов", schoolClass: { label: "5«А»" } }] } },
  };

  it.each(blocks("graphql").map((query) => [/query (\w+)/.exec(query)![1]!, query]))(
    "has the query %s, which answers",
    async (name, query) => {
      const deputy = makeClient(server.url, await signInAsTold());
      const variables = { classId: school.class5A, journalId: school.journals.maths5A, from: "2026-11-16", to: "2026-11-22" };
      expect(await deputy.send(query, variables)).toMatchObject({ status: 200, errors: [], data: SHOWN[name] });
    },
  );

  it("tells the limits as they are", () => {
    const { rootFields, ...named } = LIMITS;
    const limits = { ...named, "root fields": rootFields, "rows on a page (`first`)": PAGE_LIMIT };
    for (const [name, most] of Object.entries(limits)) expect(GUIDE).toContain(`| ${name} | ${most} |`);
  });

  async function signInAsTold(): Promise<string> {
    const body = JSON.stringify({ query: SIGN_IN, variables: { input: { login: "deputy", password: PASSWORD } } });
    const headers = { "content-type": "application/json", "x-journal-client": "guide" };
    const response = await fetch(`${server.url}/graphql`, { method: "POST", headers, body });
    expect(await response.json()).toMatchObject({ data: { signIn: { viewer: {} } } });
    return response.headers.getSetCookie()[0]!.split(";")[0]!;
  }
});

/** The code blocks of the guide with this label. */
function blocks(label: string): string[] {
  return GUIDE.split("\n```")
    .filter((part) => part.startsWith(`${label}\n`))
    .map((part) => part.slice(label.length + 1));
}

import { plainRules } from "../factories/assessment-rules";
import { send, setMarks } from "../factories/commands";
import { makeSmallSchool, type SmallSchool } from "../factories/small-school";
import { startTestServer, type TestClient, type TestServer } from "../test-server";

interface Card {
  validFrom: string | null;
  versions: string[];
  revision: string;
  rules: typeof plainRules;
}

const RULES = `query ($on: LocalDate) { assessmentRules(on: $on) { validFrom versions revision rules {
  allowsOne averaging bands { five four three } leastMarks { upToHours marks } leastMarksAfterIllness { sickPercent marks } mostMissedPercent retakes twoBarsFive
  works { kind weight isLocked } tenPoint { five four three } percent { five four three } debtDays debtEnds resitDays questionDays termMarkDays
  yearBands { five four three } finalBands { five four three } notAssessedInSou
  subjects { subjectId bands { five four three } leastMarks { upToHours marks } works { kind weight isLocked } } } } }`;

describe("the school's rules of assessment (3.4.2, 3.2.7)", () => {
  let server: TestServer;
  let school: SmallSchool;
  let deputy: TestClient;
  const card = async (on?: string): Promise<Card> => {
    const { data, errors } = await deputy.send<{ assessmentRules: Card }>(RULES, { on });
    expect(errors).toEqual([]);
    return data!.assessmentRules;
  };
  const set = async (validFrom: string, changed: object, revision?: string) => {
    const seen = revision ?? (await card()).revision;
    const input = { validFrom, revision: seen, rules: { ...plainRules, ...changed } };
    return send<{ versions: string[] }>(deputy, "setAssessmentRules", input, "validFrom versions revision");
  };

  beforeEach(async () => {
    server = await startTestServer();
    school = await makeSmallSchool(server.owner);
    deputy = await server.signIn("deputy");
  });
  afterEach(() => server?.stop());

  it("are the defaults while the school has set none", async () => {
    expect(await card()).toMatchObject({ validFrom: null, versions: [], rules: plainRules });
  });

  it("begin on their day and leave the days before it as they were", async () => {
    const strict = { bands: { five: 4.65, four: 3.65, three: 2.65 }, retakes: "BEST", debtEnds: "BECOMES_TWO" };
    const own = { subjectId: school.subjects.music, bands: null, leastMarks: [{ upToHours: null, marks: 2 }], works: null };
    const { errors, data } = await set("2026-12-01", { ...strict, subjects: [own] });
    expect(errors).toEqual([]);
    expect(data!.setAssessmentRules).toMatchObject({ validFrom: "2026-12-01", versions: ["2026-12-01"] });
    expect((await card("2026-11-30")).rules).toEqual(plainRules);
    expect(await card("2026-12-01")).toMatchObject({ validFrom: "2026-12-01", rules: { ...plainRules, ...strict, subjects: [own] } });
    const { rows } = await server.owner.query("SELECT actor_id, before, after FROM history WHERE thing = 'SETTING'");
    expect(rows).toMatchObject([
      { actor_id: school.staff.deputy, before: null, after: { validFrom: "2026-12-01", rules: { retakes: "BEST" } } },
    ]);
  });

  it("never change under marks that stand: a day of the past only while there are none from it on", async () => {
    expect((await set("2026-09-01", { twoBarsFive: true })).errors).toEqual([]);
    const teacher = await server.signIn("teacher");
    await setMarks(teacher, school.journals.maths5A, [{ lessonId: school.lessons.friday, pupilId: school.pupils.misha, value: "5" }]);
    const { errors } = await set("2026-11-20", { retakes: "BOTH" });
    expect(errors).toMatchObject([
      { extensions: { code: "INVALID", field: "validFrom" }, message: expect.stringContaining("не раньше завтрашнего") },
    ]);
    expect((await set("2026-11-21", { retakes: "BOTH" })).errors).toEqual([]);
  });

  it("weigh the works of lessons from their day on, and hold locked weights", async () => {
    const works = plainRules.works.map((work) => (work.kind === "CONTROL" ? { ...work, weight: 3, isLocked: true } : work));
    await set("2026-11-20", { works });
    const teacher = await server.signIn("teacher");
    const record = async (weight: number | null) =>
      send<{ lessonId: string }>(
        teacher,
        "recordLesson",
        {
          journalId: school.journals.maths5A,
          lessonId: school.lessons.friday,
          version: 1,
          topic: "Контрольная работа № 2",
          assessments: [{ id: "018f3a00-0000-7000-8000-000000000001", kind: "CONTROL", weight, mandatory: true }],
        },
        "lesson { id }",
      );
    expect((await record(1)).errors).toMatchObject([
      { extensions: { code: "INVALID" }, message: expect.stringContaining("задан школой: 3") },
    ]);
    expect((await record(null)).errors).toEqual([]);
    expect((await server.owner.query("SELECT weight FROM assessment")).rows).toEqual([{ weight: "3.00" }]);
  });

  it("say who came first: a revision that was seen must be the last", async () => {
    const { revision } = await card();
    await set("2026-12-01", { twoBarsFive: true });
    expect((await set("2026-12-01", { twoBarsFive: false }, revision)).errors).toMatchObject([{ extensions: { code: "CONFLICT" } }]);
    expect((await card("2026-12-01")).rules.twoBarsFive).toBe(true);
  });

  it("are taken back before they begin, and not after", async () => {
    await set("2026-12-01", { twoBarsFive: true });
    await set("2026-09-01", { allowsOne: true });
    const withdraw = async (validFrom: string) =>
      send<{ versions: string[] }>(deputy, "withdrawAssessmentRules", { validFrom, revision: (await card()).revision }, "versions");
    expect((await withdraw("2026-09-01")).errors).toMatchObject([{ extensions: { code: "INVALID" } }]);
    expect((await withdraw("2026-12-02")).errors).toMatchObject([{ extensions: { code: "NOT_FOUND" } }]);
    expect((await withdraw("2026-12-01")).data!.withdrawAssessmentRules).toEqual({ versions: ["2026-09-01"] });
  });

  it.each<[string, object, string]>([
    ["bands that do not rise", { bands: { five: 3.5, four: 3.5, three: 2.5 } }, "rules.bands"],
    ["a band of three decimals", { bands: { five: 4.655, four: 3.5, three: 2.5 } }, "rules.bands"],
    ["a band beyond the scale", { percent: { five: 101, four: 65, three: 45 } }, "rules.percent"],
    ["no last step of hours", { leastMarks: [{ upToHours: 2, marks: 3 }] }, "rules.leastMarks"],
    [
      "steps that fall",
      {
        leastMarks: [
          { upToHours: 3, marks: 3 },
          { upToHours: 2, marks: 3 },
          { upToHours: null, marks: 3 },
        ],
      },
      "rules.leastMarks",
    ],
    ["a weight of zero", { works: plainRules.works.map((work) => ({ ...work, weight: 0 })) }, "rules.works"],
    ["a kind of work without weight", { works: plainRules.works.slice(1) }, "rules.works"],
    ["a debt of no days", { debtDays: 0 }, "rules.debtDays"],
    ["more than a hundred per cent missed", { mostMissedPercent: 101 }, "rules.mostMissedPercent"],
    ["a subject that is not there", { subjects: [{ subjectId: "018f3a00-0000-7000-8000-000000000009" }] }, "rules.subjects"],
  ])("refuse %s, and name the field", async (_, changed, field) => {
    const { errors } = await set("2026-12-01", changed);
    expect(errors).toMatchObject([{ extensions: { code: "INVALID", field } }]);
    expect((await card()).versions).toEqual([]);
  });

  it("are the office's to set, and everybody's to read", async () => {
    const mother = await server.signIn("mother");
    expect((await mother.send(RULES)).errors).toEqual([]);
    const input = { validFrom: "2026-12-01", revision: "none", rules: plainRules };
    for (const login of ["teacher", "classteacher", "mother", "pupil", "admin"]) {
      const { errors } = await send(await server.signIn(login), "setAssessmentRules", input, "revision");
      expect(errors).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
    }
  });
});

import { uuidv7 } from "uuidv7";
import { setTermMarks } from "../factories/commands";
import { insert } from "../factories/insert";
import { makeTermMark } from "../factories/marks";
import { makeSmallSchool, type SmallSchool } from "../factories/small-school";
import { startTestServer, type TestClient, type TestServer } from "../test-server";

describe("term marks of a pupil who is taught at home (3.2.5)", () => {
  let server: TestServer;
  let school: SmallSchool;
  let classTeacher: TestClient;
  let homeTeacher: TestClient;
  let home: string;
  const mathsOf = async (login: string) => {
    const client = await server.signIn(login);
    const { data, errors } = await client.send<{
      pupilTerm: { subjects: { subject: string; explainedIn: string; termMark: string | null }[] };
    }>("query ($id: ID!) { pupilTerm(pupilId: $id) { subjects { subject explainedIn termMark } } }", { id: school.pupils.misha });
    expect(errors).toEqual([]);
    return data!.pupilTerm.subjects.filter(({ subject }) => subject === "Математика");
  };

  /** Миша is in the list of 5«А» and has a journal of his own, which Петров keeps. */
  beforeAll(async () => {
    server = await startTestServer({ today: "2026-12-21" });
    school = await makeSmallSchool(server.owner);
    home = uuidv7();
    const { schoolId, year, subjects, pupils, staff } = school;
    await insert(server.owner, "journal", {
      ...{ school_id: schoolId, id: home, academic_year_id: year, subject_id: subjects.mathematics, kind: "HOME", pupil_id: pupils.misha },
      ...{ marking_scheme: "FIVE_POINT", term_kind: "QUARTER" },
    });
    const load = {
      school_id: schoolId,
      id: uuidv7(),
      journal_id: home,
      staff_id: staff.otherTeacher,
      weekly_hours: 2,
      valid_from: "2026-09-01",
    };
    await insert(server.owner, "teaching_load", load);
    classTeacher = await server.signIn("teacher");
    homeTeacher = await server.signIn("otherteacher");
  });
  afterAll(() => server?.stop());
  afterEach(() => server.owner.query("TRUNCATE term_mark CASCADE"));

  const reason = "Занятия на дому, отметки в журнале домашнего обучения";

  it("stand in the class journal whose list holds the pupil", async () => {
    const place = { journalId: school.journals.maths5A, termId: school.quarter2 };
    const cells = await setTermMarks(classTeacher, place, [{ pupilId: school.pupils.misha, value: "4", reason }]);
    expect(cells).toMatchObject([{ outcome: "SET" }]);
    expect(await mathsOf("mother")).toEqual([{ subject: "Математика", explainedIn: school.journals.maths5A, termMark: "4" }]);
  });

  it("stand in the journal of home schooling, for that pupil alone", async () => {
    const place = { journalId: home, termId: school.quarter2 };
    const cells = await setTermMarks(homeTeacher, place, [
      { pupilId: school.pupils.misha, value: "5", reason },
      { pupilId: school.pupils.anya, value: "5", reason },
    ]);
    expect(cells.map(({ code, outcome }) => code ?? outcome)).toEqual(["SET", "NOT_ENROLLED"]);
  });

  it("may stand in both: the family sees that of home schooling", async () => {
    const { pupils, quarter2, journals } = school;
    await setTermMarks(classTeacher, { journalId: journals.maths5A, termId: quarter2 }, [{ pupilId: pupils.misha, value: "4", reason }]);
    await setTermMarks(homeTeacher, { journalId: home, termId: quarter2 }, [{ pupilId: pupils.misha, value: "5", reason }]);
    expect(await mathsOf("mother")).toEqual([{ subject: "Математика", explainedIn: home, termMark: "5" }]);
  });

  it("count for the year wherever they stand: a term's mark of home schooling serves the class journal", async () => {
    const { schoolId, pupils, quarter1, quarter2, journals, staff } = school;
    const mark = { schoolId, pupilId: pupils.misha, by: staff.otherTeacher };
    await makeTermMark(server.owner, { ...mark, journalId: home, termId: quarter1, grade: 5 });
    await makeTermMark(server.owner, { ...mark, journalId: journals.maths5A, termId: quarter2, grade: 4 });
    const { data } = await classTeacher.send<{ journalTermMarks: { pupils: { name: string; year: object | null }[] } }>(
      "query ($id: ID!) { journalTermMarks(journalId: $id) { pupils { name year { value mean } } } }",
      { id: journals.maths5A },
    );
    expect(data!.journalTermMarks.pupils.find(({ name }) => name === "Орлов Михаил")?.year).toEqual({ value: "5", mean: "4.50" });
  });
});

import { verify } from "@node-rs/argon2";
import { Client } from "pg";
import { importFiles, wholeDatabase } from "../../../test/factories/imports";
import { changed, type SchoolFileTexts, schoolFiles, schoolFilesOf11, withLines } from "../../../test/factories/school-files";
import { makeTestDatabase } from "../../../test/test-server";

const TODAY = "2026-11-23";

describe("a school's own files", () => {
  let database: Awaited<ReturnType<typeof makeTestDatabase>>;
  let owner: Client;
  const openDatabase = async (): Promise<void> => {
    database = await makeTestDatabase();
    owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
  };
  const dropDatabase = async (): Promise<void> => {
    await owner?.end();
    await database?.drop();
  };

  const rows = async (text: string): Promise<string[]> => (await owner.query<{ line: string }>(text)).rows.map(({ line }) => line);
  const imported = async (files: SchoolFileTexts, today = TODAY) => {
    const report = await importFiles(owner, files, today);
    expect(report.problems).toEqual([]);
    return report;
  };

  describe.each([
    ["1.1", schoolFilesOf11],
    ["1.2", schoolFiles],
  ])("of OneRoster %s", (_version, files) => {
    beforeAll(async () => {
      await openDatabase();
      await imported(files());
    });
    afterAll(dropDatabase);

    it("make its year, quarters and classes", async () => {
      expect(await rows("SELECT name || ' ' || status AS line FROM academic_year")).toEqual(["2026/2027 CURRENT"]);
      expect(await rows("SELECT kind || ' ' || number || ' ' || starts_on AS line FROM term ORDER BY number")).toEqual([
        "QUARTER 1 2026-09-01",
        "QUARTER 2 2026-11-02",
        "QUARTER 3 2027-01-11",
        "QUARTER 4 2027-04-05",
      ]);
      expect(
        await rows("SELECT grade || ' ' || label || ' ' || term_kind || ' ' || week_days AS line FROM school_class ORDER BY grade"),
      ).toEqual(["1 1«А» QUARTER 5", "5 5«А» QUARTER 5"]);
    });

    it("make its people: staff with roles, pupils in their classes, guardians of their children", async () => {
      expect(await rows("SELECT surname || ' ' || role AS line FROM staff_role JOIN person ON person.id = staff_id ORDER BY 1")).toContain(
        "Гром DIRECTOR",
      );
      expect(
        await rows(`SELECT surname || ' ' || label || ' ' || valid_from || ' ' || coalesce(valid_to::text, '…') AS line FROM enrolment
                    JOIN person ON person.id = pupil_id JOIN school_class c ON c.id = class_id ORDER BY surname COLLATE "ru-x-icu"`),
      ).toEqual(["Абрамова 5«А» 2026-09-01 …", "Борисов 5«А» 2026-09-01 …", "Глебов 1«А» 2026-09-01 …", "Ёлкина 5«А» 2026-10-01 …"]);
      expect(
        await rows("SELECT surname || ' ' || relation AS line FROM guardianship JOIN person ON person.id = guardian_id ORDER BY 1"),
      ).toEqual(["Абрамов FATHER", "Абрамова MOTHER"]);
      expect(
        await rows(
          "SELECT surname || ' ' || label AS line FROM class_teacher JOIN person ON person.id = staff_id JOIN school_class c ON c.id = class_id ORDER BY 1",
        ),
      ).toEqual(["Гром 1«А»", "Иванова 5«А»"]);
    });

    it("make journals of classes and groups, without marks in grade 1, with the load of the timetable", async () => {
      expect(
        await rows(`SELECT s.name || ' ' || j.kind || ' ' || coalesce(c.label, g.name) || ' ' || marking_scheme || ' ' || weekly_hours AS line FROM journal j
                    JOIN subject s ON s.id = subject_id JOIN teaching_load l ON l.journal_id = j.id
                    LEFT JOIN school_class c ON c.id = j.class_id LEFT JOIN study_group g ON g.id = group_id ORDER BY 1`),
      ).toEqual([
        "Английский язык GROUP 5«А» Английский язык, группа 1 FIVE_POINT 1.0",
        "Английский язык GROUP 5«А» Английский язык, группа 2 FIVE_POINT 1.0",
        "Математика CLASS 1«А» NONE 1.0",
        "Математика CLASS 5«А» FIVE_POINT 1.5",
      ]);
    });

    it("plan the lessons of the whole year outside the holidays", async () => {
      const lessons = `SELECT date::text AS line FROM lesson JOIN journal j ON j.id = journal_id JOIN study_group g ON g.id = group_id WHERE g.name LIKE '%группа 1' ORDER BY date`;
      const dates = await rows(lessons);
      expect(dates).toHaveLength(34);
      expect([dates[0], dates.at(-1)]).toEqual(["2026-09-07", "2027-05-24"]);
      expect(dates).not.toContain("2026-10-26");
      expect(dates).not.toContain("2027-03-08");
    });

    it("make accounts: with the password of the files, or with none", async () => {
      const { rows: accounts } = await owner.query<{ login: string; password_hash: string | null }>(
        "SELECT login, password_hash FROM account ORDER BY login",
      );
      expect(accounts.map(({ login, password_hash }) => [login, password_hash !== null])).toEqual([
        ["anna", false],
        ["grom", true],
        ["ivanova", true],
        ["olga", true],
      ]);
      expect(await verify(accounts[1]!.password_hash!, "grom-grom")).toBe(true);
    });

    it("change nothing when they come again", async () => {
      const before = await wholeDatabase(owner);
      expect((await importFiles(owner, files(), TODAY)).outcome).toBe("UNCHANGED");
      expect((await importFiles(owner, files(), "2027-02-01")).outcome).toBe("UNCHANGED");
      expect(await wholeDatabase(owner)).toEqual(before);
    });
  });

  describe("that come again changed", () => {
    beforeEach(openDatabase);
    afterEach(dropDatabase);

    it("are the same when only the numbers of their enrolment lines are new", async () => {
      await imported(schoolFiles());
      const numbered = schoolFiles();
      numbered["enrollments.csv"] = String(numbered["enrollments.csv"]).replaceAll(/^n/gm, "other-");
      const report = await imported(numbered);
      expect(report.outcome).toBe("UNCHANGED");
      expect((await imported(schoolFiles())).outcome).toBe("UNCHANGED");
    });

    it("leave one row of history, and one more when they change something", async () => {
      await imported(schoolFiles());
      await imported(changed(schoolFiles(), "users.csv", "Ёлкина", "Ёлкина-Белова"));
      expect(await rows("SELECT thing || ' ' || after::text AS line FROM history WHERE seq = 2")).toEqual([
        'IMPORT {"person": {"deleted": 0, "updated": 1, "inserted": 0}}',
      ]);
    });

    it("do not take back a password that its owner has changed", async () => {
      await imported(schoolFiles());
      await owner.query("UPDATE account SET password_hash = 'own' WHERE login = 'grom'");
      await imported(changed(schoolFiles(), "users.csv", "grom-grom", "other-other"));
      expect(await rows("SELECT password_hash AS line FROM account WHERE login = 'grom'")).toEqual(["own"]);
    });

    it("end what they name no more: the group's teacher was Петров until yesterday", async () => {
      await imported(schoolFiles());
      await imported(changed(schoolFiles(), "enrollments.csv", "n12,,,5a-e1,s1,petrov", "n18,,,5a-e1,s1,sidorova"));
      expect(
        await rows(`SELECT surname || ' ' || valid_from || ' ' || coalesce(valid_to::text, '…') AS line FROM teaching_load l
                       JOIN journal j ON j.id = journal_id JOIN study_group g ON g.id = j.group_id JOIN person p ON p.id = staff_id
                       WHERE g.name LIKE '%группа 1' ORDER BY 1`),
      ).toEqual(["Петров 2026-09-01 2026-11-22", "Сидорова 2026-09-01 …"]);
    });

    it("move a pupil to another class: the old stay ends the day before the new one begins", async () => {
      const two = withLines(schoolFiles(), "classes.csv", "5b,,,5«Б»,5,hr,,homeroom,,s1,y,,,");
      await imported(two);
      const moved = changed(two, "enrollments.csv", "n2,,,5a,s1,boris,student,,,", "n19,,,5b,s1,boris,student,,2026-11-16,");
      await imported(changed(moved, "enrollments.csv", "n8,,,5a-m,s1,boris,student,,,\n", ""));
      expect(
        await rows(`SELECT label || ' ' || coalesce(valid_to::text, '…') || ' ' || coalesce(end_kind, '') AS line FROM enrolment e
                       JOIN school_class c ON c.id = class_id JOIN person p ON p.id = pupil_id WHERE surname = 'Борисов' ORDER BY valid_from`),
      ).toEqual(["5«А» 2026-11-15 TRANSFER", "5«Б» … "]);
    });

    it("move the lessons to come with the timetable and leave those that have been", async () => {
      await imported(schoolFiles());
      await owner.query(
        `UPDATE lesson SET status = 'HELD', topic = 'Тема', taught_by = teacher_id, recorded_at = now() WHERE date = '2026-11-24'`,
      );
      await imported(changed(schoolFiles(), "timetable.csv", "1a-m,2,1,,grom,3", "1a-m,4,1,,grom,3"));
      const dates =
        await rows(`SELECT date::text AS line FROM lesson JOIN journal j ON j.id = journal_id JOIN school_class c ON c.id = class_id
                              WHERE c.label = '1«А»' AND date BETWEEN '2026-11-16' AND '2026-12-04' ORDER BY 1`);
      expect(dates).toEqual(["2026-11-17", "2026-11-24", "2026-11-26", "2026-12-03"]);
    });

    it("leave the lessons alone when they hold no timetable", async () => {
      await imported(schoolFiles());
      const lessons = await rows("SELECT count(*)::text AS line FROM lesson");
      const { "timetable.csv": _timetable, ...others } = withLines(
        schoolFiles(),
        "academicSessions.csv",
        "y2,,,2027/2028,schoolYear,2027-09-01,2028-05-31,,2028\nh1,,,1,semester,2027-09-01,2027-12-29,y2,2028\nh2,,,2,semester,2028-01-10,2028-05-26,y2,2028",
      );
      await imported(others);
      expect(await rows("SELECT count(*)::text AS line FROM lesson")).toEqual(lessons);
    });

    it("refuse to make a group's journal of a class's, which would lose pupils with their marks", async () => {
      await imported(schoolFiles());
      const report = await importFiles(owner, changed(schoolFiles(), "enrollments.csv", "n8,,,5a-m,s1,boris,student,,,\n", ""), TODAY);
      expect(report.outcome).toBe("REFUSED");
      expect(report.problems[0]!.message).toMatch(/вёлся на весь класс/);
    });

    it("refuse a login that another school holds", async () => {
      await imported(schoolFiles());
      const other = changed(schoolFiles(), "manifest.csv", "uchet", "other");
      const report = await importFiles(owner, other, TODAY);
      expect(report.problems.map(({ line, column, message }) => [line, column, message])).toContainEqual([
        2,
        "username",
        "Логин «grom» уже занят. Дайте другой.",
      ]);
      expect(await rows("SELECT count(*)::text AS line FROM school")).toEqual(["1"]);
    });

    it("do not mix two schools whose programs number alike", async () => {
      await imported(schoolFiles());
      const strangers = Object.fromEntries(
        Object.entries(schoolFiles()).map(([name, text]) => [
          name,
          String(text).replaceAll(/\b(grom|ivanova|petrov|sidorova|anna|boris|vera|gleb|olga|petr)\b/g, "x$1"),
        ]),
      );
      const report = await importFiles(owner, strangers, TODAY);
      expect(report.problems.map(({ message }) => message)).toEqual([expect.stringMatching(/source\.systemCode/)]);
    });
  });
});

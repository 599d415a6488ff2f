import { Client } from "pg";
import { importFiles, wholeDatabase } from "../../../test/factories/imports";
import { changed, type SchoolFileTexts, schoolFiles, withLines } from "../../../test/factories/school-files";
import { makeTestDatabase } from "../../../test/test-server";
import { problemLine } from "./import-report";

describe("what is wrong in a school's files", () => {
  let database: Awaited<ReturnType<typeof makeTestDatabase>>;
  let owner: Client;
  beforeAll(async () => {
    database = await makeTestDatabase();
    owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
  });
  afterAll(async () => {
    await owner?.end();
    await database?.drop();
  });

  const problemsOf = async (files: SchoolFileTexts): Promise<string[]> => {
    const before = await wholeDatabase(owner);
    const report = await importFiles(owner, files, "2026-11-23");
    expect(report.outcome).toBe("REFUSED");
    expect(await wholeDatabase(owner)).toEqual(before);
    return report.problems.map(problemLine);
  };

  it("is told all at once, by file, line and column, and nothing is imported", async () => {
    let files = changed(schoolFiles(), "demographics.csv", "2015-03-08", "08.03.2015");
    files = changed(files, "enrollments.csv", "n1,,,5a,s1,anna,student", "n1,,,5z,s1,anna,student");
    files = changed(files, "enrollments.csv", "n2,,,5a,s1,boris,student", "n2,,,5a,s1,boris,pupil");
    files = changed(files, "classes.csv", "1a,,,1«А»,1,", "1a,,,1«А»,KG,");
    files = changed(files, "timetable.csv", "1a-m,2,1,,grom,3", "1a-m,9,1,,grom,3");
    expect(await problemsOf(files)).toEqual([
      "classes.csv, строка 3, столбец grades: Параллель класса не указана или неизвестна. Укажите число от 1 до 11.",
      "demographics.csv, строка 2, столбец birthDate: «08.03.2015» — не дата. Запишите её как ГГГГ-ММ-ДД, например 2026-09-01.",
      "enrollments.csv, строка 2, столбец classSourcedId: Класса «5z» нет в classes.csv. Добавьте его или уберите строку.",
      "enrollments.csv, строка 3, столбец role: «pupil» — недопустимое значение. Допустимы: administrator, aide, guardian, parent, proctor, relative, student, teacher.",
      "timetable.csv, строка 6, столбец weekday: День недели — число от 1 (понедельник) до 7 (воскресенье).",
    ]);
  });

  it.each<[string, SchoolFileTexts, RegExp]>([
    [
      "version 1.0",
      changed(schoolFiles(), "manifest.csv", "version,1.2", "version,1.0"),
      /OneRoster 1\.0 не принимается: .*Выгрузите OneRoster 1\.1 или 1\.2/,
    ],
    ["no manifest, as in version 1.0", without("manifest.csv"), /Нет описи manifest\.csv.*1\.0/],
    [
      "an unknown version",
      changed(schoolFiles(), "manifest.csv", "version,1.2", "version,2.0"),
      /Версия OneRoster «2\.0» не поддерживается/,
    ],
    ["changes only", changed(schoolFiles(), "manifest.csv", "file.users,bulk", "file.users,delta"), /Принимается только полная выгрузка/],
    ["a file that is promised and missing", without("users.csv"), /users\.csv: Файл назван в описи manifest\.csv, но его нет/],
    ["a file that is indispensable", without("enrollments.csv"), /enrollments\.csv: Без этого файла школу не создать/],
    ["two schools", withLines(schoolFiles(), "orgs.csv", "s2,,,Школа № 8,school,8,"), /Школ \(type = school\) в файле: 2/],
    [
      "a column that is missing",
      changed(schoolFiles(), "users.csv", "familyName", "lastName"),
      /users\.csv, строка 1, столбец familyName: Нет обязательного столбца/,
    ],
    ["a column named twice", changed(schoolFiles(), "users.csv", "identifier", "email"), /столбец email: Столбец указан дважды/],
    [
      "a line that is too short",
      withLines(schoolFiles(), "demographics.csv", "boris,,"),
      /demographics\.csv, строка 4: В строке столбцов: 3, а в заголовке: 5/,
    ],
    [
      "an empty obligatory cell",
      changed(schoolFiles(), "users.csv", "Мария,Иванова", "Мария,"),
      /строка 3, столбец familyName: Пустое значение/,
    ],
    [
      "the same user twice",
      withLines(schoolFiles(), "users.csv", "anna,,,true,,,Анна,Другая,,,,,,,,"),
      /Пользователь «anna» записан дважды/,
    ],
    ["two users with one login", changed(schoolFiles(), "users.csv", "petr,,,true,,", "petr,,,true,OLGA,"), /Логин «olga» указан дважды/],
    ["a guardian who is nobody", changed(schoolFiles(), "users.csv", "olga,petr", "olga,nobody"), /Пользователя «nobody» нет в users\.csv/],
    [
      "a pupil in two classes at once",
      withLines(schoolFiles(), "enrollments.csv", "n20,,,1a,s1,anna,student,,2026-11-01,"),
      /строка 19, столбец beginDate: Учащийся зачислен в два класса/,
    ],
    [
      "an end before the beginning",
      changed(schoolFiles(), "enrollments.csv", "n3,,,5a,s1,vera,student,,2026-10-01,", "n3,,,5a,s1,vera,student,,2026-10-01,2026-09-01"),
      /строка 4, столбец endDate: Последний день раньше первого/,
    ],
    [
      "quarters that overlap",
      changed(schoolFiles(), "academicSessions.csv", "2026-11-02,2026-12-29", "2026-10-20,2026-12-29"),
      /Учебный период пересекается/,
    ],
    [
      "five terms",
      withLines(schoolFiles(), "academicSessions.csv", "q5,,,5,gradingPeriod,2027-05-27,2027-05-31,y,2027"),
      /Нужны четыре четверти, три триместра или два полугодия/,
    ],
    [
      "a lesson without a bell",
      withLines(schoolFiles(), "timetable.csv", "5a-m,5,12,,ivanova,12"),
      /столбец slot: Такого урока нет в расписании звонков/,
    ],
    [
      "a lesson twice in the timetable",
      withLines(schoolFiles(), "timetable.csv", "5a-m,1,1,,ivanova,12"),
      /Этот урок стоит в расписании дважды/,
    ],
    [
      "two class teachers at once",
      withLines(schoolFiles(), "enrollments.csv", "n21,,,5a,s1,petrov,teacher,true,,"),
      /два классных руководителя/,
    ],
    [
      "a label that is too long",
      changed(schoolFiles(), "classes.csv", "5a,,,5«А»,", "5a,,,Пятый класс имени Ломоносова,"),
      /длиннее 15 знаков/,
    ],
  ])("is refused and explained: %s", async (_what, files, expected) => {
    expect((await problemsOf(files)).join("\n")).toMatch(expected);
  });

  it("is refused when an export looks incomplete, so that it does not send half the school away", async () => {
    const crowd = Array.from({ length: 60 }, (_, index) => `p${index}`);
    let files = schoolFiles();
    files = withLines(files, "users.csv", crowd.map((id) => `${id},,,true,,,Иван,Иванов,,,,,,,,`).join("\n"));
    files = withLines(files, "roles.csv", crowd.map((id) => `${id},,,${id},primary,student,,,s1,`).join("\n"));
    const both = crowd.flatMap((id) => [`${id},,,1a,s1,${id},student,,,`, `${id}-m,,,1a-m,s1,${id},student,,,`]);
    const whole = withLines(files, "enrollments.csv", both.join("\n"));
    expect((await importFiles(owner, whole, "2026-11-23")).outcome).toBe("IMPORTED");
    expect(await problemsOf(files)).toEqual([expect.stringMatching(/В файле нет 60 из 64 действующих зачислений/)]);
  });
});

function without(name: string): SchoolFileTexts {
  const { [name]: _gone, ...files } = schoolFiles();
  return files;
}

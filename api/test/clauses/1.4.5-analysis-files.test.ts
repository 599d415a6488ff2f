import { writeFileSync } from "node:fs";
import { furnishAbsences, furnishFirstQuarter, furnishYearBefore } from "../factories/analysed-class";
import { download, readPaper, readWorkbook, type Download } from "../factories/read-files";
import { makeSmallSchool, type SmallSchool } from "../factories/small-school";
import { startTestServer, type TestServer } from "../test-server";

describe("an analysis as a file (1.4.5, 3.3.2)", () => {
  let server: TestServer;
  let school: SmallSchool;
  const get = async (login: string | null, file: string, classId = school.class5A): Promise<Download> =>
    download(`${server.url}/files/classes/${classId}/${file}`, login ? (await server.signIn(login)).cookie : undefined);

  beforeAll(async () => {
    server = await startTestServer();
    school = await makeSmallSchool(server.owner);
    await furnishFirstQuarter(server.owner, school);
    await furnishYearBefore(server.owner, school);
    await furnishAbsences(server.owner, school);
  });
  afterAll(() => server?.stop());

  it("is a workbook of the same figures, as numbers, named in Russian", async () => {
    const { status, type, name, body } = await get("classteacher", "analysis.xlsx");
    expect([status, type]).toEqual([200, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"]);
    expect(name).toBe("Анализ 5«А», 1 четверть 2026-2027 учебного года.xlsx");
    const sheets = await readWorkbook(body);
    expect(sheets.map(({ sheet }) => sheet)).toEqual(["Сводка", "Предметы", "Учащиеся"]);
    const [summary, subjects, pupils] = sheets.map(({ data }) => data);
    const row = (rows: unknown[][], first: string) => rows.find((cells) => cells[0] === first);
    expect(row(summary!, "Показатель")!.slice(1, 3)).toEqual(["1 четверть 2026/2027", "1 четверть 2025/2026"]);
    expect(row(summary!, "Успеваемость класса, %")!.slice(1, 3)).toEqual([60, 50]);
    expect(row(summary!, "Не аттестованы")!.slice(1, 3)).toEqual([1, 0]);
    expect(row(subjects!, "Математика")).toEqual([
      "Математика",
      "Иванова М. П., Петров П. И.",
      5,
      2,
      1,
      0,
      1,
      1,
      0,
      0,
      4,
      60,
      60,
      57.4,
      56,
      0,
      0,
    ]);
    expect(row(subjects!, "Музыка")!.slice(10, 13)).toEqual(["—", 100, "—"]);
    expect(row(pupils!, "Ёлкина Анна")!.slice(1, 3)).toEqual(["С одной «3»", "Английский язык (3, Петров П. И.)"]);
  });

  it("is paper with its fonts embedded, whose Russian text a program reads", async () => {
    const { status, type, name, body } = await get("deputy", `analysis.pdf?term=${school.quarter1}`);
    expect([status, type, name]).toEqual([200, "application/pdf", "Анализ 5«А», 1 четверть 2026-2027 учебного года.pdf"]);
    if (process.env.KEEP_PAPER) writeFileSync(process.env.KEEP_PAPER, body);
    expect(body.toString("latin1")).toMatch(/\/FontFile2/);
    const text = (await readPaper(body)).pages.join(" ").replaceAll(/\s+/g, " ");
    expect(text).toContain("Анализ успеваемости и посещаемости класса 5«А»");
    expect(text).toContain("Успеваемость класса, % 60,00 50,00");
    expect(text).toContain("Ёлкина Анна — Английский язык (3, Петров П. И.)");
    expect(text).toContain("Черновик: анализ не подписан.");
  });

  it("is of the year when it is asked so", async () => {
    expect((await get("director", "analysis.xlsx?year")).name).toBe("Анализ 5«А», 2026-2027 учебный год.xlsx");
  });

  it("is given to those who see it on the screen, and to nobody else (2.1, 2.6)", async () => {
    for (const file of ["analysis.xlsx", "analysis.pdf"]) {
      for (const login of ["director", "deputy", "classteacher"]) expect([login, (await get(login, file)).status]).toEqual([login, 200]);
      for (const login of [
        "teacher",
        "otherteacher",
        "admin",
        "specialist",
        "pupil",
        "mother",
        "othermother",
        "formerdeputy",
        "formerguardian",
      ]) {
        const { status, body } = await get(login, file);
        expect([login, status]).toEqual([login, 404]);
        expect(body.toString()).not.toContain("Орлов");
      }
      expect((await get("classteacher", file, school.class5B)).status).toBe(404);
      expect((await get(null, file)).status).toBe(401);
    }
  });

  it("is not there for a wrong address", async () => {
    for (const file of ["analysis.docx", "analysis.xlsx?term=1", `analysis.xlsx?term=${school.class5A}`]) {
      expect([file, (await get("deputy", file)).status]).toEqual([file, 404]);
    }
    expect((await get("deputy", "analysis.pdf", "5A")).status).toBe(404);
  });
});

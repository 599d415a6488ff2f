import { symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Client } from "pg";
import { changed, type SchoolFileTexts, schoolFiles, writeFolder } from "../../../test/factories/school-files";
import { makeZip, type ZipEntry } from "../../../test/factories/zip";
import { makeTestDatabase } from "../../../test/test-server";
import { problemLine } from "./import-report";
import { importSchool } from "./import-school";

describe("files that are not what they should be", () => {
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

  const importPath = async (path: string): Promise<string> => {
    const report = await importSchool(owner, path, "2026-11-23");
    expect((await owner.query("SELECT FROM school")).rowCount).toBe(report.outcome === "REFUSED" ? 0 : 1);
    return report.outcome === "REFUSED" ? report.problems.map(problemLine).join("\n") : report.outcome;
  };
  const importZip = async (entries: readonly ZipEntry[]): Promise<string> => {
    const path = join(await writeFolder({}), "school.zip");
    await writeFile(path, makeZip(entries));
    return importPath(path);
  };
  const zipped = (files: SchoolFileTexts, folder = ""): ZipEntry[] =>
    Object.entries(files).map(([name, data]) => ({ name: folder + name, data }));
  const importTexts = async (files: SchoolFileTexts): Promise<string> => importPath(await writeFolder(files));
  const users = String(schoolFiles()["users.csv"]);

  it.each<[string, Buffer | string, RegExp]>([
    ["Windows-1251", windows1251(users), /users\.csv: Файл сохранён в кодировке Windows-1251 \(ANSI\)\. Сохраните его как «CSV UTF-8»/],
    ["UTF-16", Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(users, "utf16le")]), /кодировке UTF-16/],
    ["some other encoding", Buffer.from([0x61, 0x0a, 0x81, 0x82, 0x83, 0x84, 0x85]), /не в кодировке UTF-8/],
    ["a NUL byte", users.replace("Мария", "Мар\0ия"), /нулевые байты/],
    ["a quote that is never closed", users.replace("Мария", '"Мария'), /Кавычка (открыта и не закрыта|стоит внутри значения)/],
    ["a quote in the middle of a cell", users.replace("Мария", 'Ма"рия'), /Кавычка стоит внутри значения|Строку не удалось разобрать/],
    ["one enormous cell", users.replace("Мария", "М".repeat(300_000)), /Строка длиннее 256 КБ/],
    ["a long cell", users.replace("Мария", "М".repeat(5000)), /Значение длиннее 4000 знаков/],
    ["a line break in a cell", users.replace("Мария", '"Ма\nрия"'), /управляющие знаки/],
    ["semicolons", users.replaceAll(",", ";"), /разделены точками с запятой/],
    ["nothing at all", "", /Файл пуст/],
  ])("are told from the right ones: %s", async (_what, text, expected) => {
    expect(await importTexts({ ...schoolFiles(), "users.csv": text })).toMatch(expected);
  });

  it("may not be links out of the folder", async () => {
    const { "users.csv": _users, ...others } = schoolFiles();
    const folder = await writeFolder(others);
    await symlink("/etc/passwd", join(folder, "users.csv"));
    expect(await importPath(folder)).toMatch(/users\.csv: Это не обычный файл/);
  });

  it("may not be missing", async () => {
    expect(await importPath("/nowhere/school.zip")).toMatch(/Такой папки или архива нет/);
  });

  it("are a zip archive that is one", async () => {
    const folder = await writeFolder({ "school.zip": "no archive" });
    expect(await importPath(join(folder, "school.zip"))).toMatch(/не целый zip-архив/);
  });

  it.each<[string, ZipEntry[], RegExp]>([
    ["a name that leads out", [...zipped(schoolFiles()), { name: "../users.csv", data: users }], /имена файлов в нём ведут за его пределы/],
    ["an absolute name", [{ name: "/etc/users.csv", data: users }], /имена файлов в нём ведут за его пределы/],
    ["a bomb", [...zipped(schoolFiles()), { name: "results.csv", data: Buffer.alloc(40_000_000, 0x61) }], /сжат подозрительно сильно/],
    [
      "a bomb that hides its size",
      zipped(schoolFiles()).map((entry) => (entry.name === "users.csv" ? { ...entry, claimedSize: 10 } : entry)),
      /users\.csv: Файл не удалось прочитать до конца/,
    ],
    ["a size that no school has", [{ name: "users.csv", data: users, claimedSize: 600_000_000 }], /больше 256 МБ/],
    ["a password", zipped(schoolFiles()).map((entry) => ({ ...entry, isEncrypted: true })), /закрыт паролем/],
    ["one name twice", [...zipped(schoolFiles()), { name: "users.csv", data: users }], /лежит в архиве дважды/],
    ["a thousand files", Array.from({ length: 1000 }, (_, index) => ({ name: `${index}.csv`, data: "a" })), /больше 100 файлов/],
  ])("are not taken from an archive with %s", async (_what, entries, expected) => {
    expect(await importZip(entries)).toMatch(expected);
  });

  it("are read from an archive with one folder, with byte order marks and files that we do not need", async () => {
    let files = changed(schoolFiles(), "users.csv", "sourcedId", "\ufeffsourcedId");
    files = { ...files, "results.csv": "sourcedId\n1\n", ".DS_Store": "x" };
    expect(await importZip([...zipped(files, "school/"), { name: "__MACOSX/school/._users.csv", data: "x" }])).toBe("IMPORTED");
  });
});

/** Russian letters and ASCII are enough for the test's names; «ё» and quotation marks stand apart. */
function windows1251(text: string): Buffer {
  const codes = [...text].map((letter) => {
    const code = letter.codePointAt(0)!;
    if (code >= 0x410 && code <= 0x44f) return code - 0x350;
    return letter === "Ё" ? 0xa8 : letter === "ё" ? 0xb8 : code < 0x80 ? code : 0x3f;
  });
  return Buffer.from(codes);
}

import { Client } from "pg";
import { importFiles } from "../../../test/factories/imports";
import { type SchoolFileTexts, schoolFiles } from "../../../test/factories/school-files";
import { makeTestDatabase } from "../../../test/test-server";

const TODAY = "2026-11-23";
const HEADER = "date,classSourcedId,slot,teacherSourcedId,reason,orderNumber,orderDate\n";

describe("substitutions of a school's own files (1.4.6)", () => {
  let database: Awaited<ReturnType<typeof makeTestDatabase>>;
  let owner: Client;
  beforeEach(async () => {
    database = await makeTestDatabase();
    owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
  });
  afterEach(async () => {
    await owner?.end();
    await database?.drop();
  });

  const withSubstitutions = (...lines: string[]): SchoolFileTexts => ({
    ...schoolFiles(),
    "substitutions.csv": HEADER + lines.join("\n") + "\n",
  });
  const replaced = async () =>
    (
      await owner.query<{ line: string }>(
        `SELECT lesson.date || ' ' || surname || ' ' || reason AS line FROM substitution
         JOIN lesson ON lesson.id = lesson_id JOIN person ON person.id = staff_id ORDER BY lesson.date`,
      )
    ).rows.map(({ line }) => line);
  const news = async () =>
    (
      await owner.query<{ dates: string[] }>(
        `SELECT ARRAY(SELECT date::text FROM lesson WHERE id::text IN (SELECT jsonb_array_elements_text(payload->'lessonIds')) ORDER BY date) AS dates
         FROM outbox WHERE kind = 'SUBSTITUTION' ORDER BY id`,
      )
    ).rows.map(({ dates }) => dates);

  it("are written, and what is new or changed today or later is news once", async () => {
    const past = "2026-11-16,5a-m,1,petrov,болезнь,,";
    const monday = "2026-11-30,5a-m,1,petrov,болезнь,12,2026-11-20";
    await importFiles(owner, schoolFiles(), TODAY);
    expect((await importFiles(owner, withSubstitutions(past, monday), TODAY)).problems).toEqual([]);
    expect(await replaced()).toEqual(["2026-11-16 Петров болезнь", "2026-11-30 Петров болезнь"]);
    expect(await news()).toEqual([["2026-11-30"]]);
    expect((await importFiles(owner, withSubstitutions(past, monday), TODAY)).outcome).toBe("UNCHANGED");
    await importFiles(owner, withSubstitutions(past, monday.replace("petrov", "sidorova")), TODAY);
    expect(await replaced()).toEqual(["2026-11-16 Петров болезнь", "2026-11-30 Сидорова болезнь"]);
    expect(await news()).toEqual([["2026-11-30"], ["2026-11-30"]]);
  });

  it("say what is wrong, line by line, and change nothing", async () => {
    await importFiles(owner, schoolFiles(), TODAY);
    const refused = async (line: string) =>
      (await importFiles(owner, withSubstitutions(line), TODAY)).problems.map(({ message }) => message);
    expect(await refused("2026-11-24,5a-m,1,petrov,болезнь,,")).toEqual([
      "В этот день и этот час у журнала нет урока. Исправьте дату или номер урока.",
    ]);
    expect(await refused("2026-11-30,5a-x,1,petrov,болезнь,,")).toEqual([expect.stringContaining("Журнала «5a-x»")]);
    expect(await refused("2026-11-30,5a-m,1,nobody,болезнь,,")).toEqual([expect.stringContaining("Сотрудника «nobody»")]);
    expect([await replaced(), await news()]).toEqual([[], []]);
  });
});

import { deepEqual, equal, match, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Browser, Locator, Page } from "playwright-core";
import { expectNoAxeViolations } from "./accessibility.ts";
import { launchBrowser, openWindow, signIn, WINDOWS } from "./browser.ts";
import { openChildsJournal } from "./childs-journal.ts";
import { rows, waitUntilSaved } from "./journal.ts";
import { openTermOfJournal, type OpenedTerm } from "./opened-term.ts";

/** In November the marks of the first quarter are given, and it is closed: the deputy opens it in one journal. What stood there stands again at the end. */
describe("term marks", () => {
  let browser: Browser;
  let teacher: Page;
  let parent: Page;
  let opened: OpenedTerm;
  let journal: string;
  let termId: string;
  let child: { pupilId: string; row: number; subject: string };
  /** What the column held, and why where it differed from the suggestion. */
  let given: { value: string; reason: string | null }[];

  before(async () => {
    browser = await launchBrowser();
    parent = await signIn(await openWindow(browser), "parent");
    teacher = await signIn(await openWindow(browser), "teacher");
    child = await openChildsJournal(teacher, parent);
    journal = new URL(teacher.url()).pathname;
    const first = await teacher.getByRole("link", { name: "1-я четверть" }).getAttribute("href");
    termId = new URL(first ?? "", teacher.url()).searchParams.get("term") ?? "";
    const deputy = await signIn(await openWindow(browser), "deputy");
    opened = await openTermOfJournal(deputy, { termId, journalId: journal.split("/").at(-1) ?? "" });
    await openTerm(teacher);
    given = await readGiven();
  });
  after(async () => {
    await opened?.end();
    await browser.close();
  });

  const column = (shows: "average" | "suggested" | "given"): Locator => rows(teacher).locator(`td[data-sum='${shows}']`);
  const textsOf = async (shows: "suggested" | "given"): Promise<string[]> => column(shows).allInnerTexts();
  const bar = (): Locator => teacher.getByRole("main").getByText(/^Причина: /);

  it("are emptied as a column, and each is given by Enter as the school's rules suggest it", async () => {
    await emptyColumn();
    equal((await textsOf("given")).join(""), "");
    await column("given").first().click();
    await teacher.getByText(/^Enter поставит то, что выходит/).waitFor();
    for (let row = 0; row < (await rows(teacher).count()); row++) await teacher.keyboard.press("Enter");
    await waitUntilSaved(teacher);
    deepEqual(await textsOf("given"), await textsOf("suggested"));
    await expectNoAxeViolations(teacher);
  });

  it("that differ ask for the reason, are taken back by Ctrl+Z and given again by Ctrl+Y", async () => {
    const row = await rowSuggested("4");
    await column("given").nth(row).click();
    await teacher.keyboard.press("5");
    const note = teacher.getByRole("dialog", { name: "Почему отметка отличается" });
    await note.getByText("Ставите 5, а по правилам школы выходит 4").waitFor();
    await teacher.keyboard.press("Enter");
    await note.getByText("Напишите причину по-русски, хотя бы одним словом.").waitFor();
    await expectNoAxeViolations(teacher);
    await teacher.keyboard.type("Победа в олимпиаде");
    await teacher.keyboard.press("Enter");
    await note.waitFor({ state: "detached" });
    await waitUntilSaved(teacher);
    equal(await column("given").nth(row).innerText(), "5");

    await teacher.keyboard.press("Control+z");
    await waitUntilSaved(teacher);
    equal(await column("given").nth(row).innerText(), "4");
    await teacher.keyboard.press("Control+y");
    await waitUntilSaved(teacher);
    await column("given").nth(row).click();
    equal(await bar().innerText(), "Причина: Победа в олимпиаде");
    await teacher.keyboard.press("Control+z");
    await waitUntilSaved(teacher);
    equal(await column("given").nth(row).innerText(), "4");
  });

  it("can be taken from the suggestions all at once, as one act", async () => {
    await emptyColumn();
    await teacher.getByRole("button", { name: "Проставить предложенные" }).click();
    const panel = teacher.getByRole("complementary", { name: "Проставить предложенные отметки" });
    await expectNoAxeViolations(teacher);
    await panel.getByRole("button", { name: /^Проставить \d+ отмет/ }).click();
    await waitUntilSaved(teacher);
    const expected = (await textsOf("suggested")).map((text) => (text === "н/а" ? "" : text));
    deepEqual(await textsOf("given"), expected);
    await teacher.keyboard.press("Control+z");
    await waitUntilSaved(teacher);
    equal((await textsOf("given")).join(""), "");
  });

  it("are explained mark by mark, so that the sum can be reckoned again", async () => {
    const average = (await column("average").first().innerText()).replace(",", ".");
    await column("average").first().click();
    await teacher.keyboard.press("Enter");
    const panel = teacher.getByRole("complementary", { name: /как сложилась отметка за период/ });
    // Until the server has told, the panel reckons by the page.
    await panel.getByText(/Сравнивается точный средний балл/).waitFor();
    await expectSum(panel, await panel.getByText(/^\(.+\) : /).innerText(), average);
    await panel.getByRole("button", { name: "Закрыть" }).click();
  });

  it("stand in the totals of the year, where those of a running term and of the year wait for their days", async () => {
    await restore();
    await teacher.goto(`${journal}/totals`);
    await teacher.locator("td[tabindex='0']:focus").waitFor();
    const headers = await teacher.getByRole("columnheader").allInnerTexts();
    deepEqual(headers.slice(1), ["1-я четверть", "2-я четверть", "3-я четверть", "4-я четверть", "Выходит за год", "За год"]);
    deepEqual(
      await rows(teacher).locator("td:nth-of-type(1)").allInnerTexts(),
      given.map(({ value }) => value),
    );
    await rows(teacher).first().locator("td").last().click();
    await teacher.getByText("Годовая выйдет, когда будут отметки за все периоды.").waitFor();
    await teacher.getByText(/^Рано: отметки за этот период ставятся с \d\d\.\d\d\.2027\.$/).waitFor();
    await teacher.keyboard.press("Home");
    await teacher.getByRole("button", { name: "Как сложилась" }).click();
    await teacher
      .getByRole("complementary")
      .getByText(/^\(.+\) : /)
      .waitFor();
    await expectNoAxeViolations(teacher);
  });

  it("are read by the family with their account, of the own child alone", async () => {
    await parent.goto(`/diary/${child.pupilId}/term?term=${termId}`);
    const row = parent.getByRole("row", { name: new RegExp(`^${child.subject}`) });
    const { value } = given[child.row]!;
    equal(await row.locator("td").nth(2).locator("[data-value]").innerText(), value);
    const average = (await row.locator("td").nth(1).innerText()).split("\n")[0]!.replace(",", ".");
    await row.getByRole("link", { name: `как вышло: ${child.subject}` }).click();
    await parent.getByRole("heading", { level: 1, name: `${child.subject}: как сложилась отметка` }).waitFor();
    const main = parent.getByRole("main");
    await expectSum(main, await main.getByText(/^\(.+\) : /).innerText(), average);
    equal(await main.locator("dl [data-value]").first().innerText(), value);
    await expectNoAxeViolations(parent);

    const foreign = new URL(parent.url());
    await parent.goto(foreign.href.replace(child.pupilId, "00000000-0000-7000-8000-000000000000"));
    await parent.getByRole("main").getByText("Нет доступа к этим данным").waitFor();
    equal(await parent.locator("[data-value]").count(), 0);
  });

  it("are given on a phone: what comes out stands beside each pupil, and another mark asks for its reason", async () => {
    const phone = await signIn(await openWindow(browser, { kind: "phone" }), "teacher");
    await phone.goto(`${journal}?term=${termId}`);
    await phone.getByRole("button", { name: "За период" }).tap();
    await phone.getByRole("heading", { level: 2, name: "Отметки за период" }).waitFor();
    const { value } = given[0]!;
    const pupil = phone.getByRole("main").locator("ol > li").first();
    await pupil.getByText(/^ср\. балл \d,\d\d · выходит/).waitFor();
    const other = value === "3" ? "2" : "3";
    await pupil.getByRole("button").first().tap();
    await expectFits(phone);
    await pupil.getByRole("button", { name: other, exact: true }).tap();
    await pupil.getByText(`Ставите ${other}, а по правилам школы выходит`).waitFor();
    await expectNoAxeViolations(phone);
    await pupil.getByRole("button", { name: "Оставить как было" }).tap();
    await pupil.getByRole("button", { name: "Как сложилась" }).tap();
    await phone
      .getByRole("complementary")
      .getByText(/^\(.+\) : /)
      .waitFor();
    await expectFits(phone);
    await expectNoAxeViolations(phone);
    await phone.getByRole("button", { name: "Закрыть" }).tap();

    await phone.goto(`${journal}/totals`);
    await rows(phone).first().locator("td").first().tap();
    await phone.getByRole("group", { name: /^Отметка: / }).waitFor();
    await expectFits(phone);
    await rows(phone).first().locator("td").nth(1).tap();
    await phone.getByText(/^Рано: /).waitFor();
    await expectFits(phone);
    await expectNoAxeViolations(phone);
  });

  async function openTerm(page: Page): Promise<void> {
    await page.goto(`${journal}?term=${termId}`);
    await page.locator("td[tabindex='0']:focus").waitFor();
  }

  async function emptyColumn(): Promise<void> {
    await column("given").first().click();
    for (let row = 1; row < (await rows(teacher).count()); row++) await teacher.keyboard.press("Shift+ArrowDown");
    await teacher.keyboard.press("Delete");
    await waitUntilSaved(teacher);
  }

  async function readGiven(): Promise<typeof given> {
    const values = await textsOf("given");
    const suggested = await textsOf("suggested");
    const read: typeof given = [];
    for (const [row, value] of values.entries()) {
      if (value !== suggested[row]) await column("given").nth(row).click();
      const reason = value === suggested[row] ? null : (await bar().innerText()).replace(/^Причина: /, "");
      read.push({ value, reason });
    }
    return read;
  }

  /** By the same keys: the suggestions, then those that differ, with their reasons. */
  async function restore(): Promise<void> {
    await column("given").first().click();
    for (let row = 0; row < given.length; row++) await teacher.keyboard.press("Enter");
    for (const [row, { value, reason }] of given.entries()) {
      if (reason === null) continue;
      await column("given").nth(row).click();
      await teacher.keyboard.press(value);
      await teacher.getByLabel("Почему отметка отличается").last().fill(reason);
      await teacher.keyboard.press("Enter");
    }
    await waitUntilSaved(teacher);
  }

  async function rowSuggested(value: string): Promise<number> {
    const row = (await textsOf("suggested")).indexOf(value);
    ok(row >= 0, `nobody is suggested ${value}`);
    return row;
  }
});

/** The account's line, reckoned again from the table above it, and the average that the page shows. */
async function expectSum(account: Locator, sum: string, average: string): Promise<void> {
  const cells = await account
    .locator("tbody tr:not([data-quiet])")
    .evaluateAll((lines) =>
      lines.map((line) => [...line.querySelectorAll("td")].slice(1).map((cell) => Number(cell.innerText.replace(",", ".")))),
    );
  const weights = cells.reduce((whole, [, weight = 0]) => whole + weight, 0);
  const weighed = cells.reduce((whole, [mark = 0, weight = 0]) => whole + mark * weight, 0);
  equal((Math.round((weighed / weights) * 100 + 1e-9) / 100).toFixed(2), average);
  match(sum, new RegExp(` : ${weights} = ${weighed} : ${weights} = `));
  ok(sum.endsWith(average.replace(".", ",")), sum);
}

async function expectFits(page: Page): Promise<void> {
  equal(await page.evaluate(() => document.documentElement.scrollWidth), WINDOWS.phone.width);
}

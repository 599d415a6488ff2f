import { deepStrictEqual, equal, match, notDeepStrictEqual } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Browser, Page } from "playwright-core";
import { expectNoAxeViolations } from "./accessibility.ts";
import { launchBrowser, openWindow, signIn, WINDOWS } from "./browser.ts";
import { openChildsJournal } from "./childs-journal.ts";
import { cellAt, rows, waitUntilSaved } from "./journal.ts";

describe("the journal and the diary as they stood at a moment [1.4.4]", () => {
  let browser: Browser;
  let teacher: Page;
  let parent: Page;
  let place: Awaited<ReturnType<typeof openChildsJournal>>;
  /** The lesson whose mark of the child is changed, what stood there, and what was set. */
  let date = "";
  let was = "";
  let set = "";
  /** The minute that had begun before the mark was changed. */
  let minute = "";
  let address = "";
  let diaryThen: string[] = [];

  before(async () => {
    browser = await launchBrowser();
    [parent, teacher] = [
      await signIn(await openWindow(browser, { kind: "phone" }), "parent"),
      await signIn(await openWindow(browser), "teacher"),
    ];
    place = await openChildsJournal(teacher, parent);
    address = new URL(teacher.url()).pathname;
    date = await lessonWithMark(teacher, place.row);
    was = await textAt(teacher, place.row, date);
    set = was.startsWith("5") ? "4" : "5";
    minute = `2026-11-23T${new Date().toLocaleTimeString("ru", { timeZone: "Europe/Moscow", hour: "2-digit", minute: "2-digit" })}`;
    diaryThen = await diaryMarks(parent, place.pupilId, date, place.subject);
    await type(teacher, place.row, date, set);
  });
  after(async () => {
    await teacher.goto(address);
    await teacher.locator("td[tabindex='0']:focus").waitFor();
    await type(teacher, place.row, date, was);
    await browser.close();
  });

  it("show what was changed up to this very second, cell by cell, and mark it in the table", async () => {
    await main(teacher).getByRole("button", { name: "На дату" }).click();
    await main(teacher).getByRole("button", { name: "Показать изменения" }).click();
    const changes = panel(teacher).getByRole("listitem").filter({ hasText: date });
    await changes.first().waitFor();
    match(await changes.first().innerText(), new RegExp(`${was}[^]*${set}`));
    equal(await (await cellAt(teacher, place.row, date)).getAttribute("data-changed"), "true");
    await expectNoAxeViolations(teacher);
  });

  it("open the page of that moment, where nothing can be written", async () => {
    await panel(teacher).getByLabel("Дата и время").fill(minute);
    await panel(teacher).getByRole("button", { name: "Показать журнал" }).click();
    await teacher.waitForURL(/[?&]at=/);
    await main(teacher)
      .getByText(/^Журнал, каким он был 23\.11\.2026 в \d\d:\d\d\.$/)
      .waitFor();
    equal(await textAt(teacher, place.row, date), was);
    await (await cellAt(teacher, place.row, date)).click();
    await teacher.keyboard.type("3");
    await main(teacher).getByText("Здесь можно только смотреть.").waitFor();
    equal(await textAt(teacher, place.row, date), was);
    await expectNoAxeViolations(teacher);
    await main(teacher).getByRole("link", { name: "К журналу сейчас" }).click();
    await teacher.waitForURL((url) => !url.searchParams.has("at"));
    await main(teacher)
      .getByText(/^Журнал, каким он был/)
      .waitFor({ state: "detached" });
    equal(await textAt(teacher, place.row, date), set);
  });

  it("show the family the diary of that moment, on a phone", async () => {
    const now = await diaryMarks(parent, place.pupilId, date, place.subject);
    notDeepStrictEqual(now, diaryThen);
    deepStrictEqual(await diaryMarks(parent, place.pupilId, date, place.subject, minute), diaryThen);
    await main(parent)
      .getByText(/^Дневник, каким он был 23\.11\.2026 в \d\d:\d\d\.$/)
      .waitFor();
    await expectNoAxeViolations(parent);
    equal(await parent.evaluate(() => document.documentElement.scrollWidth), WINDOWS.phone.width);
    await parent.goto(`/diary/${place.pupilId}/term?at=${minute}`);
    await parent
      .getByRole("main")
      .getByText(/^Дневник, каким он был/)
      .waitFor();
    await expectNoAxeViolations(parent);
    equal(await parent.evaluate(() => document.documentElement.scrollWidth), WINDOWS.phone.width);
  });

  it("are chosen by the family under the diary", async () => {
    await parent.goto(`/diary/${place.pupilId}`);
    await main(parent).getByText("Дневник на дату").click();
    await main(parent).getByLabel("Дата и время").fill("2026-11-16T12:00");
    await main(parent).getByRole("button", { name: "Показать", exact: true }).click();
    await parent.waitForURL(/\?at=2026-11-16T12:00$/);
    await main(parent).getByText("Дневник, каким он был 16.11.2026 в 12:00.").waitFor();
    await main(parent).getByText("выбранный день").waitFor();
    await main(parent).getByRole("link", { name: "К дневнику сейчас" }).click();
    await parent.waitForURL((url) => !url.searchParams.has("at"));
  });

  it("open on a teacher's phone, too", async () => {
    const phone = await signIn(await openWindow(browser, { kind: "phone" }), "teacher");
    await phone.goto(`${address}?at=2026-11-16T12:00`);
    await main(phone).getByText("Журнал, каким он был 16.11.2026 в 12:00.").waitFor();
    await main(phone).getByRole("button", { name: "Тема и задание" }).waitFor();
    await expectNoAxeViolations(phone);
    equal(await phone.evaluate(() => document.documentElement.scrollWidth), WINDOWS.phone.width);
    await main(phone).getByRole("button", { name: "На дату" }).click();
    await main(phone).getByRole("button", { name: "Показать изменения" }).click();
    await main(phone).getByText("Что изменилось").waitFor();
    await expectNoAxeViolations(phone);
    equal(await phone.evaluate(() => document.documentElement.scrollWidth), WINDOWS.phone.width);
  });
});

const main = (page: Page) => page.getByRole("main");
const panel = (page: Page) => page.getByRole("complementary").or(page.getByRole("dialog")).filter({ hasText: "Журнал на дату" });

async function textAt(page: Page, row: number, date: string): Promise<string> {
  return (await (await cellAt(page, row, date)).innerText()).trim();
}

async function type(page: Page, row: number, date: string, value: string): Promise<void> {
  await (await cellAt(page, row, date)).click();
  await page.keyboard.type(value);
  await waitUntilSaved(page);
}

/** The date of the last lesson but one before today where the child has a plain mark and nothing else. */
async function lessonWithMark(page: Page, row: number): Promise<string> {
  const headers = await page
    .getByRole("grid")
    .locator("thead th[data-column]")
    .evaluateAll((all) => all.map((one) => /\d\d\.\d\d\.\d{4}/.exec(one.getAttribute("aria-label") ?? "")?.[0] ?? ""));
  const cells = await rows(page).nth(row).locator("td").allInnerTexts();
  const marked = headers.filter((date, index) => {
    const isPast = date.split(".").toReversed().join("-") < "2026-11-20";
    return isPast && headers.indexOf(date) === index && headers.lastIndexOf(date) === index && /^[2-5]$/.test(cells[index]?.trim() ?? "");
  });
  const found = marked.at(-1);
  if (!found) throw new Error("the child has no mark in the teacher's journal");
  return found;
}

/** The marks of a lesson in the diary, now or as of a moment. */
async function diaryMarks(page: Page, pupilId: string, date: string, subject: string, at?: string): Promise<string[]> {
  const week = date.split(".").toReversed().join("-");
  await page.goto(`/diary/${pupilId}?week=${week}${at ? `&at=${at}` : ""}`);
  const day = page.getByRole("main").locator(`section[aria-label$="${date}"]`);
  await day.waitFor();
  const lesson = day.locator("li", { has: page.getByRole("heading", { level: 3, name: subject, exact: true }) });
  return (await lesson.getByRole("list", { name: "Отметки" }).getByRole("listitem").allInnerTexts()).map((text) => text.trim().slice(0, 1));
}

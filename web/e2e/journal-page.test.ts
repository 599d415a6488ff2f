import { deepEqual, equal, match, notEqual, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { expectNoAxeViolations } from "./accessibility.ts";
import { launchBrowser, openWindow, signIn } from "./browser.ts";
import { cellAt, columnTexts, emptyColumn, journalAddress, openJournal, rows, waitUntilSaved } from "./journal.ts";

/** Today's lesson; nobody has marked anything there yet. */
const TODAY = "23.11.2026";
const AVERAGE = "[data-sum='average']";

describe("a teacher's journal page", () => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  before(async () => {
    browser = await launchBrowser();
    context = await openWindow(browser);
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    page = await signIn(context, "teacher");
    await openJournal(page);
    await emptyColumn(page, TODAY);
    await openJournal(page);
  });
  after(() => browser.close());

  it("begins at today's lesson, at the first pupil", async () => {
    deepEqual(await focusedPlace(page), { row: 0, date: TODAY });
  });

  it("takes a column of marks in a key a pupil, without a page load, and counts the averages at once", async () => {
    let loads = 0;
    page.on("framenavigated", () => loads++);
    const pupils = await rows(page).count();
    const average = rows(page).nth(1).locator(AVERAGE);
    const before = await average.innerText();
    for (let row = 0; row < pupils; row++) await page.keyboard.press(String(5 - (row % 4)));
    await waitUntilSaved(page);
    equal(loads, 0);
    notEqual(await average.innerText(), before);
    const wanted = Array.from({ length: pupils }, (_, row) => String(5 - (row % 4)));
    deepEqual(await columnTexts(page, TODAY), wanted);
    await openJournal(page);
    deepEqual(await columnTexts(page, TODAY), wanted);
  });

  it("undoes stroke by stroke, does it again, and clears", async () => {
    const cell = await cellAt(page, 0, TODAY);
    await cell.click();
    await page.keyboard.press("2");
    await page.keyboard.press("Control+KeyZ");
    equal(await cell.innerText(), "5");
    await page.keyboard.press("Control+KeyY");
    equal(await cell.innerText(), "2");
    await page.keyboard.press("Control+KeyZ");
    await waitUntilSaved(page);
    await emptyColumn(page, TODAY);
    deepEqual(new Set(await columnTexts(page, TODAY)), new Set([""]));
  });

  it("marks absence by the Russian letter's key, whatever the layout, and lateness beside a mark", async () => {
    await (await cellAt(page, 0, TODAY)).click();
    await page.keyboard.press("KeyY");
    await page.keyboard.press("4");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("KeyJ");
    await waitUntilSaved(page);
    deepEqual((await columnTexts(page, TODAY)).slice(0, 2), ["Н", "4О"]);
  });

  it("refuses a mark for one who is absent, says why at the cell, and offers the way out", async () => {
    const cell = await cellAt(page, 0, TODAY);
    await cell.click();
    await page.keyboard.press("3");
    const note = page.getByText("Не принято: 3");
    await note.waitFor();
    await page.getByText("Не принято: 1").waitFor();
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await page.locator("button:focus", { hasText: "Снять «Н» и поставить 3" }).waitFor();
    await page.keyboard.press("Enter");
    await waitUntilSaved(page);
    equal(await cell.innerText(), "3");
    deepEqual(await focusedPlace(page), { row: 0, date: TODAY });
    await emptyColumn(page, TODAY);
  });

  it("pastes a column from a spreadsheet and shows what it could not understand", async () => {
    await (await cellAt(page, 0, TODAY)).click();
    await page.evaluate(() => navigator.clipboard.writeText("5\r\n\r\nн\r\nотл\r\n4 О\r\n"));
    await page.keyboard.press("Control+KeyV");
    await page.getByRole("heading", { name: "Вставлено 3 из 4" }).waitFor();
    await page.getByText("отл").waitFor();
    await page.keyboard.press("Escape");
    await waitUntilSaved(page);
    deepEqual((await columnTexts(page, TODAY)).slice(0, 5), ["5", "", "Н", "", "4О"]);
    await page.keyboard.press("Control+KeyZ");
    await waitUntilSaved(page);
    deepEqual(new Set(await columnTexts(page, TODAY)), new Set([""]));
  });

  it("copies what is selected as a spreadsheet takes it", async () => {
    await (await cellAt(page, 0, TODAY)).click();
    for (const key of ["5", "4"]) await page.keyboard.press(key);
    await (await cellAt(page, 0, TODAY)).click();
    await page.keyboard.press("Shift+ArrowDown");
    await page.keyboard.press("Control+KeyC");
    equal(await page.evaluate(() => navigator.clipboard.readText()), "5\n4");
    await waitUntilSaved(page);
    await emptyColumn(page, TODAY);
  });

  it("shows the history of a cell: from what, to what, who", async () => {
    await (await cellAt(page, 0, TODAY)).click();
    await page.keyboard.press("Alt+KeyH");
    const history = page.getByRole("complementary");
    await history.getByRole("listitem").first().waitFor();
    match(await history.innerText(), /Отметка[\s\S]*пусто[\s\S]*5[\s\S]*23\.11|Виноградова/);
    await page.keyboard.press("Escape");
    deepEqual(await focusedPlace(page), { row: 0, date: TODAY });
  });

  it("has no barrier, with a panel open too", async () => {
    await expectNoAxeViolations(page);
    for (const key of ["F1", "F2"]) {
      await page.keyboard.press(key);
      await page.getByRole("complementary").waitFor();
      await expectNoAxeViolations(page);
      await page.keyboard.press("Escape");
    }
  });
});

describe("a journal page without a network", () => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  before(async () => {
    browser = await launchBrowser();
    context = await openWindow(browser);
    page = await signIn(context, "teacher");
    await openJournal(page);
  });
  after(() => browser.close());

  const DATE = "19.11.2026";

  it("keeps a column whose network is cut in the middle, over a reload, and sends it when the network is back", async () => {
    await emptyColumn(page, DATE);
    await (await cellAt(page, 0, DATE)).click();
    for (const key of ["5", "4", "3"]) await page.keyboard.press(key);
    await waitUntilSaved(page);
    await context.setOffline(true);
    for (const key of ["2", "5", "4"]) await page.keyboard.press(key);
    await page.getByText("Не отправлено: 3").waitFor();
    await page.close();
    await context.setOffline(false);
    page = await context.newPage();
    await openJournal(page);
    await waitUntilSaved(page);
    deepEqual((await columnTexts(page, DATE)).slice(0, 7), ["5", "4", "3", "2", "5", "4", ""]);
    await openJournal(page);
    deepEqual((await columnTexts(page, DATE)).slice(0, 7), ["5", "4", "3", "2", "5", "4", ""]);
  });

  it("tells on other pages which journal still waits to be sent", async () => {
    await (await cellAt(page, 6, DATE)).click();
    await context.setOffline(true);
    await page.keyboard.press("3");
    await page.getByText("Не отправлено: 1").waitFor();
    await page.close();
    await context.setOffline(false);
    page = await context.newPage();
    await page.goto("/day");
    const sent = page.waitForResponse((answer) => answer.request().postData()?.includes("SetMarks") ?? false);
    await page.getByRole("status").getByRole("link", { name: "Математика, 5«А»" }).click();
    await sent;
    await waitUntilSaved(page);
    equal(await (await cellAt(page, 6, DATE)).innerText(), "3");
    await page.getByText("ещё не отправлены").waitFor({ state: "detached" });
  });

  it("sends a call whose answer was lost again with the same operation id, and does nothing twice", async () => {
    const ids: string[] = [];
    await page.route("**/graphql", async (route) => {
      const sent = route.request().postDataJSON() as { operationName: string; variables: { input: { operationId: string } } };
      if (sent.operationName !== "SetMarks") return route.continue();
      ids.push(sent.variables.input.operationId);
      if (ids.length > 1) return route.continue();
      await route.fetch();
      return route.abort();
    });
    await (await cellAt(page, 6, DATE)).click();
    await page.keyboard.press("5");
    await page.getByText("Не отправлено: 1").waitFor();
    await waitUntilSaved(page);
    equal(ids.length, 2);
    equal(ids[0], ids[1]);
    await page.unroute("**/graphql");
    equal(await (await cellAt(page, 6, DATE)).innerText(), "5");
    await emptyColumn(page, DATE);
  });
});

describe("two teachers on one cell", () => {
  let browser: Browser;
  let first: Page;
  let second: Page;
  before(async () => {
    browser = await launchBrowser();
    first = await signIn(await openWindow(browser), "teacher");
    second = await signIn(await openWindow(browser), "teacher");
    await openJournal(first);
    await openJournal(second);
  });
  after(() => browser.close());

  const DATE = "18.11.2026";

  it("are shown each other's mark, and nothing is wiped until one decides", async () => {
    await emptyColumn(first, DATE);
    await second.reload();
    await (await cellAt(second, 0, DATE)).click();
    await typeAt(first, DATE, "3");
    await waitUntilSaved(first);
    await typeAt(second, DATE, "5");
    await second.getByText("Расхождений: 1").waitFor();
    match(await second.getByRole("dialog").innerText(), /Сейчас в журнале\s*3\s*Вы ввели\s*5/);
    await first.reload();
    equal(await (await cellAt(first, 0, DATE)).innerText(), "3");
  });

  it("one keeps a conflict over a reload and takes the other's mark", async () => {
    await second.reload();
    await second.getByText("Расхождений: 1").waitFor();
    await second.getByRole("button", { name: "Показать" }).click();
    await second.getByRole("button", { name: "Взять новое: 3" }).click();
    await waitUntilSaved(second);
    equal(await (await cellAt(second, 0, DATE)).innerText(), "3");
  });

  it("or puts the own mark over it", async () => {
    await typeAt(first, DATE, "4");
    await waitUntilSaved(first);
    await typeAt(second, DATE, "5");
    await second.getByRole("button", { name: "Оставить моё: 5" }).click();
    await waitUntilSaved(second);
    await first.reload();
    equal(await (await cellAt(first, 0, DATE)).innerText(), "5");
    await emptyColumn(first, DATE);
  });
});

describe("those who only look", () => {
  it("find a journal that takes no key: a deputy", async () => {
    const browser = await launchBrowser();
    const teacher = await signIn(await openWindow(browser), "teacher");
    const address = await journalAddress(teacher);
    const page = await signIn(await openWindow(browser), "deputy");
    await page.goto(address);
    await page.getByRole("main").getByText("Только просмотр").waitFor();
    equal(await page.getByRole("grid").getAttribute("aria-readonly"), "true");
    const cell = await cellAt(page, 0, TODAY);
    await cell.click();
    const before = await cell.innerText();
    await page.keyboard.press("5");
    await page.getByText("Здесь можно только смотреть.").waitFor();
    equal(await cell.innerText(), before);
    await browser.close();
  });
});

async function typeAt(page: Page, date: string, key: string): Promise<void> {
  await (await cellAt(page, 0, date)).click();
  await page.keyboard.press(key);
}

async function focusedPlace(page: Page): Promise<{ row: number; date: string }> {
  const focused = page.locator("td[tabindex='0']:focus");
  await focused.waitFor();
  const place = await focused.evaluate((cell: HTMLTableCellElement) => {
    const headers = [...document.querySelectorAll<HTMLElement>("thead [data-column]")];
    const header = headers.findLast(({ dataset }) => Number(dataset.column) <= cell.cellIndex - 1);
    const date = /\d\d\.\d\d\.\d{4}/.exec(header?.ariaLabel ?? "")?.[0] ?? "";
    return { row: (cell.parentElement as HTMLTableRowElement).sectionRowIndex, date };
  });
  ok(place.row >= 0);
  return place;
}

import { equal, match, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Browser, Locator, Page } from "playwright-core";
import { expectNoAxeViolations } from "./accessibility.ts";
import { launchBrowser, openWindow, signIn } from "./browser.ts";
import { openChildsJournal } from "./childs-journal.ts";
import { cellAt, rows, waitUntilSaved } from "./journal.ts";

/** Works of this journey alone: a column that once held a mark stays, so it is made once and found again. */
const RETAKEN = "Работа над ошибками";
const COUNTED = "Тест из двадцати баллов";

describe("works that are taken again, owed and counted in points [3.2.3]", () => {
  let browser: Browser;
  let teacher: Page;
  let parent: Page;
  let child: Awaited<ReturnType<typeof openChildsJournal>>;
  /** A lesson that no other journey writes in. */
  let date: string;
  before(async () => {
    browser = await launchBrowser();
    teacher = await signIn(await openWindow(browser), "teacher");
    parent = await signIn(await openWindow(browser, { kind: "phone" }), "parent");
    child = await openChildsJournal(teacher, parent);
    date = child.dates.at(-3) ?? "";
    await ensureWork(RETAKEN, null);
    await ensureWork(COUNTED, 20);
    await empty(RETAKEN);
    await empty(COUNTED);
  });
  after(() => browser.close());

  const header = (title: string): Locator => teacher.getByRole("columnheader", { name: title });
  const cell = async (title: string): Promise<Locator> => {
    const column = await header(title).evaluate((head) => [...(head.parentElement?.children ?? [])].indexOf(head));
    return rows(teacher).nth(child.row).locator("td").nth(column);
  };

  async function ensureWork(title: string, mostPoints: number | null): Promise<void> {
    if ((await header(title).count()) > 0) return;
    await (await cellAt(teacher, child.row, date)).click();
    await teacher.keyboard.press("Insert");
    const form = teacher.getByRole("complementary");
    await form.getByLabel("Вид", { exact: true }).last().selectOption({ label: "Самостоятельная работа" });
    await form.getByLabel("Название").last().fill(title);
    await form.getByLabel("Отметка нужна всем присутствующим").last().uncheck();
    if (mostPoints !== null) {
      await form.getByLabel("Оценивается").last().selectOption({ label: "баллы" });
      await form.getByLabel("Наибольший балл").last().fill(String(mostPoints));
    }
    await teacher.keyboard.press("Control+Enter");
    await form.getByText("Урок записан.").waitFor();
    await teacher.keyboard.press("Escape");
    await header(title).waitFor();
  }

  async function empty(title: string): Promise<void> {
    const own = await cell(title);
    await own.click();
    for (let press = 0; press < 3; press++) await teacher.keyboard.press("Delete");
    await waitUntilSaved(teacher);
    equal(await own.innerText(), "");
  }

  /** The child's lesson of that day as the family reads it now. */
  async function lessonInDiary(): Promise<Locator> {
    await parent.goto(`/diary/${child.pupilId}?week=${date.split(".").toReversed().join("-")}`);
    const lesson = parent.getByRole("main").locator(`section[aria-label$="${date}"] li`, { hasText: child.subject }).first();
    await lesson.waitFor();
    return lesson;
  }

  it("shows a retake beside the first mark, typed as 2, then /4, and both in the diary", async () => {
    const own = await cell(RETAKEN);
    await own.click();
    await teacher.keyboard.press("2");
    await own.click();
    await teacher.keyboard.press("/");
    equal(await own.innerText(), "2/");
    await teacher.keyboard.press("4");
    equal(await own.innerText(), "2/4");
    await own.click();
    await teacher.getByRole("main").getByText("исправлена, было: 2").waitFor();
    await waitUntilSaved(teacher);
    await expectNoAxeViolations(teacher);
    const lesson = await lessonInDiary();
    const marks = lesson.locator("li", { hasText: RETAKEN });
    equal(await marks.count(), 2);
    match(await marks.nth(0).innerText(), /^2[\s\S]*исправлена/);
    match(await marks.nth(1).innerText(), /4[\s\S]*исправление/);
    await expectNoAxeViolations(parent);
    await empty(RETAKEN);
  });

  it("keeps a debt until its day, which the teacher names at the cell, and the family sees it until it is paid", async () => {
    const own = await cell(RETAKEN);
    await own.click();
    await teacher.keyboard.press(".");
    equal(await own.innerText(), "•");
    await own.click();
    await teacher.keyboard.press("Shift+F2");
    const note = teacher.getByRole("dialog", { name: "Комментарий" });
    await note.getByLabel("Сдать до").fill("2026-12-11");
    await expectNoAxeViolations(teacher);
    await note.getByRole("button", { name: "Записать" }).click();
    await teacher.getByRole("main").getByText("долг: сдать до 11.12").waitFor();
    await waitUntilSaved(teacher);
    match(await (await lessonInDiary()).innerText(), /долг: сдать до 11\.12/);
    const debts = parent.getByRole("region", { name: "Долги: что нужно сдать" });
    match(await debts.innerText(), new RegExp(`${child.subject}: ${RETAKEN}.*сдать до 11\\.12`));
    await expectNoAxeViolations(parent);

    await own.click();
    await teacher.keyboard.press("4");
    equal(await own.innerText(), "4");
    await waitUntilSaved(teacher);
    await lessonInDiary();
    equal(await debts.getByText(RETAKEN).count(), 0);
    await empty(RETAKEN);
  });

  it("takes points digit by digit, shows the grade with them, and tells the family of how many they are", async () => {
    const own = await cell(COUNTED);
    await own.click();
    for (const key of ["1", "5", "Enter"]) await teacher.keyboard.press(key);
    await waitUntilSaved(teacher);
    equal(await own.innerText(), "4 15");
    await own.click();
    await teacher.getByRole("main").getByText("15 из 20").waitFor();
    for (const key of ["2", "1"]) await teacher.keyboard.press(key);
    ok(!(await own.innerText()).includes("21"));
    await teacher.keyboard.press("Escape");
    await expectNoAxeViolations(teacher);
    match(await (await lessonInDiary()).innerText(), /4[\s\S]*баллы: 15 из 20/);
    await expectNoAxeViolations(parent);
    await empty(COUNTED);
  });
});

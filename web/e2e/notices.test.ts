import { deepEqual, equal, match } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Browser, Page } from "playwright-core";
import { expectNoAxeViolations } from "./accessibility.ts";
import { launchBrowser, openWindow, signIn, WINDOWS } from "./browser.ts";
import { openChildsJournal } from "./childs-journal.ts";
import { cellAt, waitUntilSaved } from "./journal.ts";

describe("the bell", () => {
  let browser: Browser;
  let parent: Page;
  before(async () => {
    browser = await launchBrowser();
    parent = await signIn(await openWindow(browser), "parent");
  });
  after(() => browser.close());

  it("rings for a mark in the moment in which the teacher sets it, without a reload [1.4.6]", async () => {
    const teacher = await signIn(await openWindow(browser), "teacher");
    const child = await openChildsJournal(teacher, parent);
    const cell = await cellAt(teacher, child.row, child.date);
    await cell.click();
    await teacher.keyboard.press("Delete");
    await waitUntilSaved(teacher);
    await readAll(parent);
    await cell.click();
    await teacher.keyboard.press("4");
    await waitUntilSaved(teacher);
    await bell(parent)
      .filter({ hasText: /[1-9]\d* нов/ })
      .waitFor({ timeout: 15_000 });
    match(await parent.title(), /^\(\d+\) /);
    await bell(parent).click();
    const notice = parent.getByRole("link", { name: /не прочитано: .*отметка 4/ }).first();
    match(await notice.innerText(), new RegExp(`${child.subject}, урок ${child.date.slice(0, 5)}`));
    await expectNoAxeViolations(parent);
    await notice.click();
    await parent.waitForURL(new RegExp(`/diary/${child.pupilId}\\?week=`));
    await cell.click();
    await teacher.keyboard.press("Delete");
    await waitUntilSaved(teacher);
  });

  it("falls silent when all is read", async () => {
    await readAll(parent);
    equal(/^\(/.test(await parent.title()), false);
  });

  it("leads to a page of its own on a phone, which fits and has no barrier", async () => {
    const phone = await signIn(await openWindow(browser, { kind: "phone", colorScheme: "dark" }), "parent");
    await phone
      .getByRole("banner")
      .getByRole("link", { name: /^Уведомления/ })
      .click();
    await phone.waitForURL("**/news");
    await feed(phone).waitFor();
    await expectNoAxeViolations(phone);
    equal(await phone.evaluate(() => document.documentElement.scrollWidth), WINDOWS.phone.width);
    await phone.context().close();
  });
});

describe("the choice of notices", () => {
  let browser: Browser;
  let page: Page;
  before(async () => {
    browser = await launchBrowser();
    page = await signIn(await openWindow(browser, { kind: "phone" }), "parent");
    await page.goto("/settings/notices");
  });
  after(() => browser.close());

  it("survives a reload", async () => {
    const homework = page.getByLabel("Домашние задания: по почте");
    const chosen = (await homework.inputValue()) === "WEEKLY" ? "DAILY" : "WEEKLY";
    await homework.selectOption(chosen);
    await page.getByLabel("Не беспокоить с").fill("22:15");
    await save(page);
    await page.reload();
    deepEqual([await homework.inputValue(), await page.getByLabel("Не беспокоить с").inputValue()], [chosen, "22:15"]);
  });

  it("is not written over when it was changed on another device meanwhile", async () => {
    const other = await page.context().newPage();
    await other.goto("/settings/notices");
    await other.getByLabel("Время сводки").fill("17:45");
    await save(other);
    await page.getByLabel("Время сводки").fill("19:00");
    await page.getByRole("button", { name: "Сохранить" }).click();
    await page.getByText("уже изменили на другом устройстве").waitFor();
    await page.getByRole("button", { name: "Показать сохранённые настройки" }).click();
    await page.waitForFunction(() => [...document.querySelectorAll("input")].some(({ value }) => value === "17:45"));
  });

  it("fits a phone and has no barrier", async () => {
    await expectNoAxeViolations(page);
    equal(await page.evaluate(() => document.documentElement.scrollWidth), WINDOWS.phone.width);
  });
});

describe("the administrator's page of deliveries", () => {
  it("tells how late the news was and what is left, and has no barrier", async () => {
    const browser = await launchBrowser();
    const page = await signIn(await openWindow(browser), "admin");
    await page.getByRole("link", { name: "Уведомления", exact: true }).click();
    await page.waitForURL("**/admin/notices");
    await page.getByRole("heading", { name: "Не доставлено" }).waitFor();
    await page.getByRole("list", { name: "Очередь" }).waitFor();
    await expectNoAxeViolations(page);
    await browser.close();
  });
});

function bell(page: Page) {
  return page.getByRole("banner").getByRole("button", { name: /^Уведомления/ });
}

/** The first notice, or the words that there is none: a mark taken back takes its notice with it. */
function feed(page: Page) {
  const main = page.getByRole("main");
  return main.getByRole("listitem").or(main.getByText("Уведомлений пока нет")).first();
}

async function readAll(page: Page): Promise<void> {
  await page.goto("/news");
  await feed(page).waitFor();
  const readAllButton = page.getByRole("main").getByRole("button", { name: "Прочитать всё" });
  if (await readAllButton.isVisible()) await readAllButton.click();
  await bell(page).filter({ hasText: "новых нет" }).waitFor();
}

async function save(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Сохранить" }).click();
  await page.getByText("Сохранено", { exact: true }).waitFor();
}

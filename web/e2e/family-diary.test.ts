import { equal, match } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Browser, Page } from "playwright-core";
import { expectNoAxeViolations } from "./accessibility.ts";
import { launchBrowser, openWindow, signIn } from "./browser.ts";
import { openChildsJournal } from "./childs-journal.ts";
import { cellAt, waitUntilSaved } from "./journal.ts";

describe("a family's diary", () => {
  let browser: Browser;
  let parent: Page;
  before(async () => {
    browser = await launchBrowser();
    parent = await signIn(await openWindow(browser, { kind: "phone" }), "parent");
  });
  after(() => browser.close());

  it("is where a parent arrives, with a way to each of the two children", async () => {
    match(new URL(parent.url()).pathname, /^\/diary\/[\w-]+$/);
    const children = parent.getByRole("navigation", { name: "Дети" }).getByRole("link");
    equal(await children.count(), 2);
    const second = (await children.nth(1).getAttribute("href")) ?? "";
    await children.nth(1).click();
    await parent.waitForURL(`**${second}`);
    await parent.locator(`nav[aria-label='Дети'] a[aria-current='page'][href='${second}']`).waitFor();
  });

  it("goes a week back and returns to the current one", async () => {
    const thisWeek = await parent.getByRole("heading", { level: 1 }).innerText();
    await parent.getByRole("link", { name: "Предыдущая неделя" }).click();
    await parent.getByRole("link", { name: "Текущая неделя" }).click();
    await parent.getByRole("heading", { level: 1, name: thisWeek }).waitFor();
  });

  it("shows the marks of the term, and from a mark its week", async () => {
    await parent.getByRole("link", { name: "Отметки" }).click();
    await parent.getByRole("heading", { level: 1, name: /четверть|полугодие/ }).waitFor();
    await parent
      .getByRole("button", { name: /Подробнее об отметке/ })
      .first()
      .click();
    await parent.getByRole("dialog").getByRole("link", { name: "Открыть эту неделю в дневнике" }).click();
    await parent.waitForURL(/\/diary\/[\w-]+\?week=/);
    await parent.locator("[data-value]").first().waitFor();
  });

  it("fits a phone, and is without obstacles for a screen reader", async () => {
    const wide = await parent.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    equal(wide, false);
    await expectNoAxeViolations(parent);
  });

  it("shows a mark in the moment in which the teacher sets it, without a reload", async () => {
    const teacher = await signIn(await openWindow(browser), "teacher");
    const child = await openChildsJournal(teacher, parent);
    const cell = await cellAt(teacher, child.row, child.date);
    await cell.click();
    await teacher.keyboard.press("Delete");
    await waitUntilSaved(teacher);

    const [day, month, year] = child.date.split(".");
    await parent.goto(`/diary/${child.pupilId}?week=${year}-${month}-${day}`);
    const marks = parent.locator(`section[aria-label$="${child.date}"] li`, { hasText: child.subject }).first().locator("[data-value]");
    const before = await marks.count();
    await cell.click();
    await teacher.keyboard.press("5");
    await waitUntilSaved(teacher);
    await marks.nth(before).waitFor({ timeout: 10_000 });
    equal(await marks.nth(before).innerText(), "5");
    await cell.click();
    await teacher.keyboard.press("Delete");
    await waitUntilSaved(teacher);
  });

  it("is closed to the parent for a stranger's child: the page says so and shows nothing", async () => {
    await parent.goto("/diary/00000000-0000-7000-8000-000000000000");
    await parent.getByRole("main").getByText("Нет доступа к этим данным").waitFor();
    equal(await parent.locator("[data-value]").count(), 0);
  });
});

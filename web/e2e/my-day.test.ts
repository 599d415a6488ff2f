import { equal, match } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Browser, Page } from "playwright-core";
import { expectNoAxeViolations } from "./accessibility.ts";
import { launchBrowser, openWindow, signIn } from "./browser.ts";

describe("a teacher's day", () => {
  let browser: Browser;
  let page: Page;
  before(async () => {
    browser = await launchBrowser();
    page = await signIn(await openWindow(browser), "teacher");
  });
  after(() => browser.close());

  it("is where a teacher arrives, with the lessons of the day and their bells", async () => {
    equal(new URL(page.url()).pathname, "/day");
    match(await page.title(), /^(\(\d+\) )?Мой день — Электронный журнал$/);
    const lessons = lessonsOf(page);
    await lessons.first().waitFor();
    match(await lessons.first().innerText(), /\d\d:\d\d\s*–\d\d:\d\d/);
  });

  it("leads with one click to the lesson's column in the journal", async () => {
    const link = lessonsOf(page).first().getByRole("link");
    match((await link.getAttribute("href")) ?? "", /^\/journals\/[\w-]+\?lesson=[\w-]+$/);
  });

  it("goes a day back and on, and back to today", async () => {
    await page.getByRole("link", { name: "Предыдущий день" }).click();
    await page.waitForURL(/\?date=\d{4}-\d\d-\d\d$/);
    const shown = new URL(page.url()).searchParams.get("date") ?? "";
    await page.getByRole("main").getByText(shown.split("-").reverse().join(".")).first().waitFor();
    await page.getByRole("link", { name: "Сегодня" }).click();
    await page.getByRole("link", { name: "Сегодня" }).waitFor({ state: "detached" });
  });

  it("goes to any date of the calendar, whose week starts on Monday", async () => {
    await page.getByRole("button", { name: /^Выбрать дату/ }).click();
    const days = page.getByRole("table");
    match(await days.innerText(), /^пн/i);
    await expectNoAxeViolations(page);
    await days.getByRole("button", { name: /^10 / }).click();
    await page.waitForURL(/date=\d{4}-\d\d-10$/);
  });

  it("says so when a day has no lessons, and offers the journals", async () => {
    await page.goto("/day?date=2027-07-15");
    await page.getByRole("main").getByText("В этот день уроков нет").waitFor();
    await page.getByRole("link", { name: "Список журналов" }).click();
    await page.waitForURL("**/journals");
  });

  it("shows today for an address with a date that no calendar has", async () => {
    await page.goto("/day?date=2026-02-30");
    await lessonsOf(page).first().waitFor();
  });
});

/** The lessons of the day; announcements above them are a list of their own. */
function lessonsOf(page: Page) {
  return page
    .getByRole("main")
    .getByRole("listitem")
    .filter({ has: page.locator("a[href^='/journals/']") });
}

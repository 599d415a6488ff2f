import { equal, match } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { expectNoAxeViolations } from "./accessibility.ts";
import { launchBrowser, openWindow, signIn, WINDOWS } from "./browser.ts";
import { journalAddress } from "./journal.ts";

describe("a journal on a phone", () => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  before(async () => {
    browser = await launchBrowser();
    context = await openWindow(browser, { kind: "phone" });
    page = await signIn(context, "teacher");
    await page.goto(await journalAddress(page));
    await page.getByRole("heading", { name: /23\.11\.2026/ }).waitFor();
    await page.getByRole("button", { name: "Предыдущий урок" }).click();
  });
  after(() => browser.close());

  const pupil = (row: number): Locator => page.getByRole("main").locator("ol > li").nth(row);
  const value = (row: number): Locator => pupil(row).getByRole("button").first().locator("span").last();

  it("shows one lesson at a time, its pupils down the page, and fits", async () => {
    match(await page.getByRole("heading", { level: 2 }).innerText(), /20\.11\.2026/);
    equal(await page.evaluate(() => document.documentElement.scrollWidth), WINDOWS.phone.width);
    await expectNoAxeViolations(page);
  });

  it("takes a mark by a big button and goes on to the next pupil", async () => {
    const before = await value(4).innerText();
    await pupil(4).getByRole("button").first().tap();
    await pupil(4)
      .getByRole("button", { name: before === "5" ? "4" : "5", exact: true })
      .tap();
    equal(await value(4).innerText(), before === "5" ? "4" : "5");
    equal(await pupil(5).getByRole("button").first().getAttribute("aria-expanded"), "true");
    await page.getByText("Сохранено", { exact: true }).waitFor();
    await expectNoAxeViolations(page);
  });

  it("takes it back", async () => {
    await pupil(4).getByRole("button").first().tap();
    await pupil(4).getByRole("button", { name: "Убрать" }).tap();
    equal(await value(4).innerText(), "");
    await page.getByText("Сохранено", { exact: true }).waitFor();
  });

  it("opens the lesson's form over the page, and closes it", async () => {
    await page.getByRole("button", { name: "Тема и задание" }).tap();
    await page.getByLabel("Тема урока").waitFor();
    equal(await page.evaluate(() => document.documentElement.scrollWidth), WINDOWS.phone.width);
    await expectNoAxeViolations(page);
    await page.getByRole("button", { name: "Закрыть урок" }).tap();
    await page.getByLabel("Тема урока").waitFor({ state: "detached" });
  });

  it("goes to the neighbouring lesson by a button", async () => {
    await page.getByRole("button", { name: "Следующий урок" }).tap();
    await page.getByRole("heading", { name: /23\.11\.2026/ }).waitFor();
  });
});

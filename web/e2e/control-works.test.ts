import { equal, match, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Browser, Page } from "playwright-core";
import { expectNoAxeViolations } from "./accessibility.ts";
import { launchBrowser, openWindow, signIn } from "./browser.ts";

/** Days of school that no other journey looks at; of the two the one that is not planned yet, so that the journey can be run again. */
const DAYS = ["2026-12-15", "2026-12-16"];

describe("control works", () => {
  let browser: Browser;
  let page: Page;
  before(async () => {
    browser = await launchBrowser();
    page = await signIn(await openWindow(browser), "teacher");
  });
  after(() => browser.close());

  it("are listed for their teacher over all days, from the day's page", async () => {
    await page.goto("/day");
    await page.getByRole("main").getByRole("link", { name: "Контрольные работы" }).first().click();
    await page.waitForURL("**/works");
    await page.getByRole("heading", { name: "Контрольные работы", level: 1 }).waitFor();
    await expectNoAxeViolations(page);
    await page.getByRole("link", { name: "Все работы года" }).click();
    await page.waitForURL("**/works?all");
    await page.getByRole("main").getByText("Завершена").first().waitFor();
  });

  it("show their results as numbers and as a list that prints", async () => {
    await page.goto("/works?all");
    await page.getByRole("main").locator('a[href*="/works/"]').first().click();
    await page.getByRole("heading", { name: "Результаты" }).waitFor();
    ok((await page.getByRole("table").locator("tbody tr").count()) > 5);
    match(await page.getByRole("main").innerText(), /Качество знаний\s*\d/);
    await expectNoAxeViolations(page);
    await page.emulateMedia({ media: "print" });
    ok(await page.getByRole("table").isVisible());
    equal(await page.getByRole("button", { name: "Напечатать" }).isVisible(), false);
    await page.emulateMedia({ media: "screen" });
  });

  it("let the teacher plan one day for all who were absent, and say at the name why a day cannot be", async () => {
    await page.goto("/works");
    const withResits = page.getByRole("main").locator("li", { hasText: "Пересдают:" }).last();
    await withResits.getByRole("link").click();
    const days = page.getByLabel(/^День пересдачи: /);
    await days.first().waitFor();
    await page.waitForLoadState("networkidle");
    const save = page.getByRole("button", { name: "Сохранить" });
    equal(await save.isDisabled(), true);
    const standing = await days.first().inputValue();
    const day = DAYS.find((one) => one !== standing) ?? "";
    await page.getByLabel("Один день для всех").fill(day);
    await page.getByRole("button", { name: /^Подставить/ }).click();
    for (const field of await days.all()) equal(await field.inputValue(), day);
    await save.click();
    await page.getByText("Сохранено. Семьи получат уведомление.").waitFor();
    await days.first().fill("2026-11-01");
    await save.click();
    await page.getByText(/Пересдача бывает после работы/).waitFor();
    await page.reload();
    equal(await days.first().inputValue(), day);
  });

  it("are counted for the deputy by journal, with the way to each work", async () => {
    const deputy = await signIn(await openWindow(browser), "deputy");
    await deputy.getByRole("link", { name: "Контроль", exact: true }).click();
    await deputy.waitForURL("**/office/control");
    const rows = deputy.getByRole("table", { name: "Контрольные работы" }).locator("tbody tr");
    await rows.first().waitFor();
    await expectNoAxeViolations(deputy);
    await deputy.getByLabel("Только с замечаниями").check();
    await deputy.getByRole("button", { name: "Показать" }).click();
    await deputy.waitForURL(/problems=/);
    await rows.first().waitFor();
    await rows.locator('a[href*="/works/"]').first().click();
    await deputy.getByRole("heading", { name: "Результаты" }).waitFor();
    equal(await deputy.getByRole("button", { name: "Сохранить" }).count(), 0);
    await deputy.context().close();
  });
});

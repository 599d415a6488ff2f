import { equal, match, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Browser, Page } from "playwright-core";
import { launchBrowser, openWindow, signIn } from "./browser.ts";

describe("the list of journals", () => {
  let browser: Browser;
  let page: Page;
  before(async () => {
    browser = await launchBrowser();
    page = await signIn(await openWindow(browser), "deputy");
    await page.goto("/journals");
  });
  after(() => browser.close());

  it("stands under its subjects and grows on demand", async () => {
    await journals(page).first().waitFor();
    const before = await journals(page).count();
    ok((await page.getByRole("main").getByRole("heading", { level: 2 }).count()) > 0);
    await page.getByRole("button", { name: "Показать ещё" }).click();
    await journals(page).nth(before).waitFor();
  });

  it("is narrowed by typing, and the address keeps it", async () => {
    await page.getByRole("textbox", { name: "Поиск" }).fill("физика");
    await page.waitForURL(/search=/);
    await page.waitForFunction(() =>
      [...document.querySelectorAll("main h2")].every(({ textContent }) => /физика/i.test(textContent ?? "")),
    );
    await journals(page).first().waitFor();
    const found = await journals(page).count();
    await page.reload();
    await journals(page).first().waitFor();
    equal(await page.getByRole("textbox", { name: "Поиск" }).inputValue(), "физика");
    equal(await journals(page).count(), found);
  });

  it("says when nothing is found and shows everything again", async () => {
    await page.getByRole("textbox", { name: "Поиск" }).fill("такого предмета нет");
    await page.getByText("Ничего не нашлось").waitFor();
    await page.getByRole("button", { name: "Показать все" }).click();
    await journals(page).first().waitFor();
    equal(await page.getByRole("textbox", { name: "Поиск" }).inputValue(), "");
  });

  it("is narrowed to one class", async () => {
    const choice = page.getByLabel("Класс");
    const label = (await choice.locator("option").nth(1).innerText()).trim();
    await choice.selectOption({ label });
    await page.waitForURL(/class=/);
    const total = await page.getByRole("status").filter({ hasText: "журнал" }).innerText();
    match(total, /^\d+ журнал/);
    await journals(page).first().waitFor();
    ok((await journals(page).count()) > 0);
  });

  it("leads to a journal", async () => {
    match((await journals(page).first().getAttribute("href")) ?? "", /^\/journals\/[\w-]+$/);
  });
});

function journals(page: Page) {
  return page.getByRole("main").getByRole("listitem").getByRole("link");
}

import { deepEqual, equal, match, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Browser, Page } from "playwright-core";
import { launchBrowser, openWindow, signIn } from "./browser.ts";

describe("the home of each role", () => {
  let browser: Browser;
  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser.close());

  it("of the deputy shows how the day is recorded, who is behind, and every class", async () => {
    const page = await home(browser, "deputy");
    equal(new URL(page.url()).pathname, "/office");
    deepEqual((await sections(page)).slice(0, 1), ["Школа"]);
    await page.getByRole("heading", { name: "Сегодня" }).waitFor();
    await page.getByRole("heading", { name: "Не записаны уроки за семь дней" }).waitFor();
    const classLinks = page.getByRole("main").locator('a[href^="/classes/"]');
    ok((await classLinks.count()) > 10);
    await page.context().close();
  });

  it("of the director is the school, too", async () => {
    const page = await home(browser, "director");
    equal(new URL(page.url()).pathname, "/office");
    const figures = await page.getByRole("list", { name: "Школа в числах" }).innerText();
    match(figures, /учащ/);
    match(figures, /класс/);
    await page.context().close();
  });

  it("of the administrator is the structure, without journals", async () => {
    const page = await home(browser, "admin");
    equal(new URL(page.url()).pathname, "/admin");
    deepEqual(await sections(page), ["Структура", "Сообщения"]);
    await page.getByRole("heading", { name: "Учебные годы" }).waitFor();
    await page.getByRole("link", { name: "Предметы" }).click();
    await page.getByRole("cell", { name: "Физика" }).first().waitFor();
    await page.context().close();
  });

  it("of the administrator finds a person by name", async () => {
    const page = await home(browser, "admin");
    await page.getByRole("link", { name: "Люди" }).click();
    const rows = page.getByRole("table").locator("tbody tr");
    await rows.first().waitFor();
    const surname = (await rows.nth(3).locator("td").first().innerText()).split(" ")[0] ?? "";
    await page.getByRole("textbox", { name: "Поиск" }).fill(surname);
    await page.waitForFunction(
      (name) => [...document.querySelectorAll("tbody tr")].every(({ textContent }) => textContent?.includes(name)),
      surname,
    );
    await page.getByRole("link", { name: "Сотрудники" }).click();
    await page.getByRole("columnheader", { name: "Должность" }).waitFor();
    await page.context().close();
  });

  it("of a parent is a child's diary, and no section leads to a journal [2.2]", async () => {
    const page = await home(browser, "parent");
    match(new URL(page.url()).pathname, /^\/diary\/[\w-]+$/);
    deepEqual(await sections(page), ["Дневник", "Отметки", "Сообщения"]);
    await page.context().close();
  });

  it("of a class teacher has the class among the sections", async () => {
    const page = await home(browser, "classteacher");
    match((await sections(page)).join(" "), /Мой день Журналы Класс \S+/);
    await page.context().close();
  });
});

describe("the frame around the pages", () => {
  let browser: Browser;
  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser.close());

  it("lets the keyboard skip to the content", async () => {
    const page = await home(browser, "teacher");
    await page.keyboard.press("Tab");
    equal(await page.evaluate(() => document.activeElement?.textContent), "Перейти к содержанию");
    await page.keyboard.press("Enter");
    equal(await page.evaluate(() => document.activeElement?.id), "content");
    await page.context().close();
  });

  it("keeps the chosen appearance and language", async () => {
    const page = await home(browser, "teacher");
    await page.getByRole("button", { name: /^Меню/ }).click();
    await page.getByLabel("Тёмное").check();
    await page.getByLabel("English").check();
    await page.getByRole("heading", { name: "My day" }).waitFor();
    await page.reload();
    const html = page.locator("html");
    equal(await html.getAttribute("data-mantine-color-scheme"), "dark");
    equal(await html.getAttribute("lang"), "en");
    await page.context().close();
  });

  it("says when a page is not there", async () => {
    const page = await home(browser, "teacher");
    equal((await page.goto("/no-such-page"))?.status(), 404);
    await page.getByRole("heading", { name: "Страница не найдена" }).waitFor();
    await page.getByRole("link", { name: "На главную" }).click();
    await page.waitForURL("**/day");
    await page.context().close();
  });

  it("says when the network is away and when it is back", async () => {
    const page = await home(browser, "teacher");
    await page.context().setOffline(true);
    const notice = page.getByText("Нет связи. Показаны последние полученные данные.");
    await notice.waitFor();
    await page.context().setOffline(false);
    await notice.waitFor({ state: "detached" });
    await page.context().close();
  });
});

async function home(browser: Browser, login: string): Promise<Page> {
  return signIn(await openWindow(browser), login);
}

/** What the navigation of a wide window offers, by name: without the number of messages that wait there. */
async function sections(page: Page): Promise<string[]> {
  const names = await page.getByRole("navigation", { name: "Разделы" }).first().getByRole("link").allInnerTexts();
  return names.map((name) => name.replace(/\s*\d+$/, ""));
}

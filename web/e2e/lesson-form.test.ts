import { equal, match, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { expectNoAxeViolations } from "./accessibility.ts";
import { launchBrowser, openWindow, signIn } from "./browser.ts";
import { cellAt, openJournal, waitUntilSaved } from "./journal.ts";

/** A lesson of this week that the teacher writes into the journal; another journey marks today's. */
const DATE = "17.11.2026";

describe("the form of a lesson", () => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let form: Locator;
  before(async () => {
    browser = await launchBrowser();
    context = await openWindow(browser);
    page = await signIn(context, "teacher");
    await openLesson();
  });
  after(() => browser.close());

  async function openLesson(): Promise<void> {
    await openJournal(page);
    await (await cellAt(page, 0, DATE)).click();
    await page.keyboard.press("F2");
    form = page.getByRole("complementary");
    await form.getByRole("heading", { name: `Урок ${DATE}` }).waitFor();
  }

  it("opens beside the grid with the topic ready to be written", async () => {
    await form.getByLabel("Тема урока").and(page.locator(":focus")).waitFor();
    ok(await page.getByRole("grid").isVisible());
    await expectNoAxeViolations(page);
  });

  it("asks for a topic, and for one in Russian, at the field", async () => {
    await form.getByLabel("Тема урока").fill("");
    await page.keyboard.press("Control+Enter");
    await form.getByText("Запишите тему урока.").waitFor();
    await form.getByLabel("Тема урока").fill("Fractions");
    await page.keyboard.press("Control+Enter");
    await form.getByText("Запишите тему по-русски.").waitFor();
  });

  it("keeps unsaved words over a reload", async () => {
    await form.getByLabel("Тема урока").fill("Дроби: повторение");
    await form.getByLabel("Домашнее задание").fill("§ 12, № 345");
    await openLesson();
    equal(await form.getByLabel("Тема урока").inputValue(), "Дроби: повторение");
    equal(await form.getByLabel("Домашнее задание").inputValue(), "§ 12, № 345");
    await form.getByText("Не записано").waitFor();
  });

  it("saves the lesson and its homework by Ctrl+Enter", async () => {
    await form.getByLabel("Минут").fill("25");
    await page.keyboard.press("Control+Enter");
    await form.getByText("Урок записан.").waitFor();
    await openLesson();
    equal(await form.getByLabel("Тема урока").inputValue(), "Дроби: повторение");
    equal(await form.getByLabel("Домашнее задание").inputValue(), "§ 12, № 345");
    equal(await form.getByLabel("Минут").inputValue(), "25");
    match(await form.innerText(), /Записан/);
  });

  it("adds a column for a control work, which then lacks marks, and takes it away again", async () => {
    const columns = () => page.getByRole("columnheader", { name: /Контрольная работа.*Дроби/ });
    const before = await columns().count();
    await form.getByRole("button", { name: "Добавить вид работы" }).click();
    await form.getByLabel("Название").last().fill("Дроби");
    await page.keyboard.press("Control+Enter");
    await form.getByText("Урок записан.").waitFor();
    equal(await columns().count(), before + 1);
    match((await columns().first().getAttribute("aria-label")) ?? "", /не хватает \d+/);
    await form.getByRole("button", { name: "Убрать: Контрольная работа" }).last().click();
    await page.keyboard.press("Control+Enter");
    await form.getByText("Урок записан.").waitFor();
    equal(await columns().count(), before);
  });

  it("writes down who is not here the way of the grid, at once", async () => {
    await form.getByPlaceholder("Добавить отсутствующего").click();
    const present = page.getByRole("listbox", { name: "Добавить отсутствующего" }).getByRole("option").first();
    const name = await present.innerText();
    await present.click();
    const kind = form.getByLabel(`Отметка о посещаемости: ${name}`);
    await kind.waitFor();
    await kind.selectOption({ label: "присутствует" });
    await kind.waitFor({ state: "detached" });
  });

  it("waits without a network, keeps the words, and saves by itself when the network is back", async () => {
    await form.getByLabel("Тема урока").fill("Дроби: закрепление");
    await context.setOffline(true);
    await page.keyboard.press("Control+Enter");
    await form.getByText("Текст хранится на этом устройстве").waitFor();
    await context.setOffline(false);
    await form.getByText("Урок записан.").waitFor();
    equal(await form.getByLabel("Тема урока").inputValue(), "Дроби: закрепление");
  });

  it("shows what another has written meanwhile, and wipes neither", async () => {
    const other = await signIn(await openWindow(browser), "teacher");
    await openJournal(other);
    await (await cellAt(other, 0, DATE)).click();
    await other.keyboard.press("F2");
    await form.getByLabel("Тема урока").fill("Моя тема");
    await other.getByLabel("Тема урока").fill("Другая тема");
    await other.keyboard.press("Control+Enter");
    await other.getByText("Урок записан.").waitFor();
    await page.keyboard.press("Control+Enter");
    await form.getByText("Сейчас в журнале: Другая тема").waitFor();
    equal(await form.getByLabel("Тема урока").inputValue(), "Моя тема");
    await form.getByRole("button", { name: "Взять новое" }).click();
    equal(await form.getByLabel("Тема урока").inputValue(), "Другая тема");
    await other.context().close();
  });

  it("goes to the next lesson, and gives the keyboard back to the grid", async () => {
    await form.getByRole("button", { name: "Следующий урок" }).click();
    await form.getByRole("heading", { name: "Урок 18.11.2026" }).waitFor();
    await page.keyboard.press("Escape");
    await page.locator("td[tabindex='0']:focus").waitFor();
    await waitUntilSaved(page);
  });
});

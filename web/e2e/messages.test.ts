import { equal, match, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Browser, Page } from "playwright-core";
import { expectNoAxeViolations } from "./accessibility.ts";
import { launchBrowser, openWindow, signIn } from "./browser.ts";

const QUESTION = `Здравствуйте! Что повторить к контрольной? ${Date.now()}`;
const ANSWER = `Добрый день! Повторите §§ 10–12: https://school.example/10 ${Date.now() + 1}`;

describe("messages between a family and a teacher", () => {
  let browser: Browser;
  let parent: Page;
  let teacher: Page;
  before(async () => {
    browser = await launchBrowser();
    parent = await signIn(await openWindow(browser, { kind: "phone" }), "parent");
    teacher = await signIn(await openWindow(browser), "teacher");
  });
  after(() => browser.close());

  it("begin at a lesson of the diary, with the lesson attached", async () => {
    await openLessonOf(parent, await shortNameOf(teacher));
    await main(parent).getByText("Об уроке:").waitFor();
    equal(
      await main(parent)
        .getByRole("button", { name: /^Убрать:/ })
        .count(),
      1,
    );
    await expectNoAxeViolations(parent);
  });

  it("keep what is being written over a reload", async () => {
    await field(parent).fill(QUESTION);
    await parent.reload();
    await parent.waitForFunction((text) => document.querySelector("textarea")?.value === text, QUESTION);
  });

  it("go to the thread once they are sent", async () => {
    await main(parent).getByRole("button", { name: "Отправить" }).click();
    await parent.waitForURL(/\/messages\/[\da-f-]{36}$/);
    await log(parent).getByText(QUESTION).waitFor();
    await log(parent)
      .getByRole("link", { name: /\d\d\.\d\d\.\d{4}/ })
      .last()
      .waitFor();
    equal(await field(parent).inputValue(), "");
    await expectNoAxeViolations(parent);
  });

  it("reach the teacher, who answers with the keyboard alone", async () => {
    await teacher.goto("/messages");
    await teacher
      .getByRole("link", { name: QUESTION.slice(0, 20) })
      .first()
      .click();
    await log(teacher).getByText(QUESTION).waitFor();
    await expectNoAxeViolations(teacher);
    await field(teacher).fill(ANSWER);
    await teacher.keyboard.press("Control+Enter");
    await log(teacher).getByText("Добрый день!").last().waitFor();
    equal(await log(teacher).locator("a[href='https://school.example/10']").last().getAttribute("rel"), "noopener noreferrer nofollow");
  });

  it("come to the open thread without a reload, and tell that they were read", async () => {
    await log(parent).getByText(ANSWER.slice(-13)).waitFor({ timeout: 15_000 });
    await log(parent)
      .getByText(/^Прочитано/)
      .waitFor({ timeout: 15_000 });
  });

  it("can be quoted, mended and taken back", async () => {
    await menu(teacher, ANSWER.slice(-13), "Изменить");
    await field(teacher).fill(`${ANSWER}!`);
    await main(teacher).getByRole("button", { name: "Сохранить" }).click();
    await log(teacher).getByText("изменено").last().waitFor();
    await menu(teacher, ANSWER.slice(-13), "Прежние тексты");
    await teacher.getByRole("dialog").getByText(ANSWER, { exact: true }).waitFor();
    await teacher.getByRole("dialog").getByRole("button", { name: "Закрыть" }).click();
    await teacher.keyboard.press("Escape");
    await menu(teacher, QUESTION, "Ответить с цитатой");
    await field(teacher).fill("Отзываю это");
    await teacher.keyboard.press("Control+Enter");
    await menu(teacher, "Отзываю это", "Отозвать");
    await teacher.getByRole("dialog").getByRole("button", { name: "Отозвать" }).click();
    await log(teacher).getByText("Сообщение отозвано").last().waitFor();
    equal(await log(teacher).getByText("Отзываю это").count(), 0);
  });

  it("wait on the device without a network, and go when it is back, once", async () => {
    const text = `Спасибо! ${Date.now()}`;
    await parent.context().setOffline(true);
    await field(parent).fill(text);
    await main(parent).getByRole("button", { name: "Отправить" }).click();
    await log(parent).getByText("Не отправлено.").waitFor();
    await log(parent).getByRole("button", { name: "Отправить снова" }).waitFor();
    await parent.context().setOffline(false);
    await log(parent).getByText("Не отправлено.").waitFor({ state: "detached" });
    await log(teacher).getByText(text).waitFor({ timeout: 15_000 });
    equal(await log(teacher).getByText(text).count(), 1);
  });

  it("are found by their words", async () => {
    await teacher.goto("/messages");
    await teacher.getByRole("textbox", { name: "Поиск" }).fill("контрольной");
    const found = teacher.locator("a[href*='?at=']").first();
    match(await found.innerText(), /контрольной/);
    await found.click();
    await log(teacher).locator("[data-sought]").waitFor();
  });

  it("go back to the list on a phone, and fit it", async () => {
    await parent.getByRole("button", { name: "Ко всем сообщениям" }).click();
    await parent.getByRole("heading", { level: 1, name: "Сообщения" }).waitFor();
    equal(await parent.evaluate(() => document.documentElement.scrollWidth > window.innerWidth), false);
    await expectNoAxeViolations(parent);
  });
});

describe("the address book", () => {
  let browser: Browser;
  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser.close());

  it("of a parent holds the child's teachers, and no other family", async () => {
    const page = await signIn(await openWindow(browser), "parent");
    await page.goto("/messages/new");
    const book = page.getByRole("region", { name: "Адресная книга" });
    await book.getByRole("checkbox").first().waitFor();
    ok((await book.getByText(/^учитель: /).count()) > 0);
    equal(await book.getByText(/^(родитель|учащийся)/).count(), 0);
    await expectNoAxeViolations(page);
    await page.context().close();
  });

  it("lets a pupil find no stranger, and open no stranger's thread", async () => {
    const page = await signIn(await openWindow(browser), "pupil");
    await page.goto("/messages/new");
    await page
      .getByRole("main")
      .getByText(/Писать пока некому|Учителя|Классный руководитель/)
      .first()
      .waitFor();
    equal(
      await page
        .getByRole("main")
        .getByText(/^(родитель|учащийся)/)
        .count(),
      0,
    );
    await page.goto("/messages/00000000-0000-7000-8000-000000000000");
    await page.getByRole("main").getByText("Страница не найдена").waitFor();
    await page.context().close();
  });

  it("is filled from the journal with the guardians of the chosen pupils", async () => {
    const page = await signIn(await openWindow(browser), "teacher");
    await page.goto("/journals?search=7");
    await page.getByRole("main").locator("a[href^='/journals/']", { hasText: "7«А»" }).first().click();
    await page.getByRole("button", { name: "Родителям" }).click();
    const panel = page.getByRole("complementary", { name: "Написать родителям" });
    await panel.getByRole("button", { name: "Выбрать всех" }).click();
    await panel.getByRole("link", { name: /^Написать родителям \d+ учащ/ }).click();
    await page.waitForURL("**/messages/new?**");
    await main(page)
      .getByRole("button", { name: /^Убрать:/ })
      .first()
      .waitFor();
    await main(page)
      .getByText(/нет родител(я|ей) с учётной записью/)
      .waitFor();
    await expectNoAxeViolations(page);
    await page.context().close();
  });

  it("lets a class teacher write to the parents of the class together", async () => {
    const page = await signIn(await openWindow(browser), "classteacher");
    await page
      .getByRole("navigation", { name: "Разделы" })
      .first()
      .getByRole("link", { name: /^Класс/ })
      .click();
    await page.getByRole("link", { name: "Написать родителям класса" }).click();
    await main(page).getByRole("button", { name: "Добавить получателя" }).click();
    await main(page).getByRole("group", { name: "Коллеги" }).getByRole("checkbox").first().check();
    await main(page)
      .getByRole("radio", { name: /Вместе/ })
      .check();
    await main(page).getByLabel("Название группы").fill("Собрание");
    await field(page).fill("Собрание 5 декабря в 18:00.");
    await main(page).getByRole("button", { name: "Отправить" }).click();
    await page.waitForURL(/\/messages\/[\da-f-]{36}$/);
    await log(page)
      .getByRole("button", { name: /^прочитали 0 из \d+$/ })
      .waitFor();
    await page.context().close();
  });
});

const main = (page: Page) => page.getByRole("main");
const log = (page: Page) => page.getByRole("log");
const field = (page: Page) => main(page).getByRole("textbox", { name: "Текст сообщения" });

async function menu(page: Page, text: string, action: string): Promise<void> {
  const message = log(page).getByRole("article").filter({ hasText: text }).last();
  await message.hover();
  await message.getByRole("button", { name: /^Действия/ }).click();
  await message.getByRole("button", { name: action, exact: true }).click();
}

async function shortNameOf(page: Page): Promise<string> {
  return (await page.getByRole("button", { name: /^Меню/ }).innerText()).split("\n").at(-1)!.trim();
}

/** From a lesson of one of the children that this teacher gives. */
async function openLessonOf(parent: Page, teacher: string): Promise<void> {
  const surname = teacher.split(/\s/)[0]!;
  const diaries = await parent.getByRole("navigation", { name: "Дети" }).getByRole("link").all();
  const addresses = await Promise.all(diaries.map((diary) => diary.getAttribute("href")));
  for (const address of addresses) {
    await parent.goto(address!);
    await main(parent).getByRole("heading", { level: 3 }).first().waitFor();
    const lesson = main(parent).getByRole("listitem").filter({ hasText: surname }).first();
    if ((await lesson.count()) === 0) continue;
    await lesson.getByRole("link", { name: /^Написать учителю/ }).click();
    await parent.waitForURL("**/messages/new?**");
    return;
  }
  throw new Error("the demo teacher teaches none of the demo parent's children");
}

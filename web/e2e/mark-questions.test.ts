import { equal, match } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Browser, Page } from "playwright-core";
import { expectNoAxeViolations } from "./accessibility.ts";
import { launchBrowser, openWindow, signIn, WINDOWS } from "./browser.ts";

const QUESTION = `Почему такая отметка? ${Date.now()}`;
/** The demo teacher teaches it to the first of the demo parent's children. */
const SUBJECT = "Алгебра";
const ANSWER = `Не хватило пояснений к решению. ${Date.now()}`;

describe("a question about a mark [3.3.4, 4.1.3]", () => {
  let browser: Browser;
  let parent: Page;
  let teacher: Page;
  before(async () => {
    browser = await launchBrowser();
    parent = await signIn(await openWindow(browser, { kind: "phone" }), "parent");
    teacher = await signIn(await openWindow(browser), "teacher");
  });
  after(() => browser.close());

  it("is asked at the mark in the diary, from a phone; what is typed outlives a reload", async () => {
    await openMarkWithoutQuestion(parent);
    await dialog(parent).getByRole("button", { name: "Спросить об отметке" }).click();
    await field(parent).fill(QUESTION);
    const name = await dialog(parent).getByRole("heading", { level: 2 }).innerText();
    await parent.reload();
    await markDoors(parent).nth(opened).click();
    equal(await dialog(parent).getByRole("heading", { level: 2 }).innerText(), name);
    await parent.waitForFunction((text) => document.querySelector<HTMLTextAreaElement>("dialog textarea")?.value === text, QUESTION);
    await expectNoAxeViolations(parent);
    await dialog(parent).getByRole("button", { name: "Отправить вопрос" }).click();
    await log(parent).getByText(QUESTION).waitFor();
    await dialog(parent)
      .getByText(/^ждёт ответа до \d\d\.\d\d\.\d{4}$/)
      .waitFor();
    await expectNoAxeViolations(parent);
    equal(await parent.evaluate(() => document.documentElement.scrollWidth), WINDOWS.phone.width);
    await parent.keyboard.press("Escape");
    await parent
      .getByRole("img", { name: /^Вопрос об отметке: ждёт ответа/ })
      .first()
      .waitFor();
  });

  it("waits on the teacher's day, and is answered and closed with one text", async () => {
    await teacher.goto("/day");
    await main(teacher)
      .getByRole("link", { name: /жд[её]т ответа|ждут ответа/ })
      .click();
    await teacher.waitForURL("**/questions");
    await main(teacher).getByRole("link", { name: QUESTION }).click();
    await log(teacher).getByText(QUESTION).waitFor();
    await expectNoAxeViolations(teacher);
    await field(teacher).fill(ANSWER);
    await main(teacher).getByLabel("После ответа").selectOption({ label: "Закрыть: отметка остаётся" });
    await teacher.keyboard.press("Tab");
    await main(teacher).getByRole("button", { name: "Ответить" }).click();
    await log(teacher).getByText(ANSWER).waitFor();
    await main(teacher).getByText("Вопрос закрыт. Писать в него больше нельзя").waitFor();
  });

  it("comes back to the parent by the bell, with its answer and how it ended", async () => {
    await parent.goto("/news");
    const notice = main(parent)
      .getByRole("link", { name: /вопрос об отметке .* закрыт: отметка остаётся/i })
      .first();
    await notice.waitFor({ timeout: 15_000 });
    await notice.click();
    await parent.waitForURL(/\/diary\/[\da-f-]{36}\/questions\/[\da-f-]{36}$/);
    await log(parent).getByText(ANSWER).waitFor();
    match(await log(parent).innerText(), /отметка остаётся/);
    await expectNoAxeViolations(parent);
  });

  it("that nobody answered in time is seen by the deputy, read only", async () => {
    const deputy = await signIn(await openWindow(browser), "deputy");
    await deputy.goto("/questions?list=overdue");
    await main(deputy)
      .getByRole("link", { name: /срок прошёл/ })
      .first()
      .click();
    await log(deputy).waitFor();
    await main(deputy).getByText("Этот вопрос вы можете только читать.").waitFor();
    await expectNoAxeViolations(deputy);
    await deputy.context().close();
  });
});

const main = (page: Page) => page.getByRole("main");
const dialog = (page: Page) => page.getByRole("dialog");
const field = (page: Page) => page.locator("textarea:not([aria-hidden])");
const log = (page: Page) => page.getByRole("list", { name: "Переписка по вопросу" });
const markDoors = (page: Page) => main(page).getByRole("button", { name: /Подробнее об отметке/ });

/** Which mark of the week it was, to find it again. */
let opened = 0;

/** Goes back week by week to a mark of the subject that nobody has asked about, and opens it. */
async function openMarkWithoutQuestion(page: Page): Promise<void> {
  for (let weeks = 0; weeks < 8; weeks++) {
    const free = await page.evaluate(
      (subject) =>
        [...document.querySelectorAll("main button")]
          .filter((button) => button.textContent?.includes("Подробнее об отметке"))
          .findIndex(
            (button) =>
              button.closest("li li")?.parentElement?.parentElement?.querySelector("h3")?.textContent === subject &&
              !button.querySelector("svg"),
          ),
      SUBJECT,
    );
    if (free >= 0) {
      opened = free;
      return markDoors(page).nth(free).click();
    }
    await goWeekBack(page);
  }
  throw new Error("the parent's child has no mark of the teacher's subject that may be asked about");
}

/** The address changes before the week has come: its heading tells that the week before is shown. */
async function goWeekBack(page: Page): Promise<void> {
  const heading = await main(page).getByRole("heading", { level: 1 }).innerText();
  await page.getByRole("link", { name: "Предыдущая неделя" }).click();
  await main(page).getByRole("heading", { level: 1 }).filter({ hasNotText: heading }).waitFor();
}

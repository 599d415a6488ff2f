import { equal, match } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Browser, Locator, Page } from "playwright-core";
import { expectNoAxeViolations } from "./accessibility.ts";
import { launchBrowser, openWindow, signIn, WINDOWS } from "./browser.ts";
import { rows, waitUntilSaved } from "./journal.ts";

/** The demo school's closed term, in a journal of the demo teacher for which nobody has asked yet. */
const TERM = "1-я четверть";
const JOURNAL = { subject: "Алгебра", className: "7«А»" };
const CORRECTION = `Отметка за самостоятельную работу, ${Date.now()}`;

describe("a closed term [3.4.2, 3.4.4, 3.4.9]", () => {
  let browser: Browser;
  let teacher: Page;
  let deputy: Page;
  let address: string;
  before(async () => {
    browser = await launchBrowser();
    teacher = await signIn(await openWindow(browser), "teacher");
    deputy = await signIn(await openWindow(browser), "deputy");
    address = await closedJournal();
    await withdrawOldRequest();
  });
  after(() => browser.close());

  async function closedJournal(): Promise<string> {
    await teacher.goto("/journals");
    const ofSubject = teacher.locator("section", { has: teacher.getByRole("heading", { name: JOURNAL.subject, exact: true }) });
    await ofSubject.locator("a", { hasText: JOURNAL.className }).first().click();
    await teacher.locator("td[tabindex='0']:focus").waitFor();
    return (await main(teacher).getByRole("link", { name: TERM }).getAttribute("href")) ?? "";
  }

  /** What a journey that was broken off has left waiting. */
  async function withdrawOldRequest(): Promise<void> {
    await openClosedTerm(teacher);
    const withdraw = note(teacher).getByRole("button", { name: "Отозвать просьбу" });
    if ((await withdraw.count()) === 0) return;
    await withdraw.click();
    await dialog(teacher).getByRole("button", { name: "Отозвать просьбу" }).click();
    await note(teacher).getByRole("button", { name: "Попросить открыть" }).waitFor();
  }

  async function openClosedTerm(page: Page): Promise<void> {
    await page.goto(address);
    await note(page).waitFor();
  }

  /** A cell of the term's last lesson that holds nothing. */
  async function emptyCell(): Promise<Locator> {
    const all = rows(teacher);
    for (let row = 0; row < (await all.count()); row++) {
      const cell = all.nth(row).locator("td:not([data-sum])").last();
      if ((await cell.innerText()) === "") return cell;
    }
    throw new Error("the term's last lesson has no empty cell");
  }

  async function ask(): Promise<void> {
    await note(teacher).getByRole("button", { name: "Попросить открыть" }).click();
    const form = dialog(teacher);
    await form.getByLabel("Что исправить или внести").fill(CORRECTION);
    await form.getByLabel("Почему это не сделано вовремя").fill("Учащийся болел.");
    await expectNoAxeViolations(teacher);
    await form.getByRole("button", { name: "Отправить" }).click();
    await form.waitFor({ state: "detached" });
    await note(teacher).getByText(CORRECTION).waitFor();
  }

  const request = (): Locator => main(deputy).getByRole("listitem").filter({ hasText: CORRECTION });

  it("is only read: the page says so over the grid and at the cell", async () => {
    await note(teacher).getByText("Учебный период закрыт: записи можно только смотреть.").waitFor();
    const cell = await emptyCell();
    await cell.click();
    await teacher.keyboard.press("5");
    equal(await cell.innerText(), "");
    await main(teacher).getByText("Здесь можно только смотреть.").waitFor();
    await expectNoAxeViolations(teacher);
  });

  it("stays closed when the deputy refuses, and the teacher reads why", async () => {
    await ask();
    await deputy.goto("/office/terms");
    match(await request().innerText(), /1-я четверть: Алгебра, 7«А»[\s\S]*Учащийся болел/);
    await expectNoAxeViolations(deputy);
    await request().getByRole("button", { name: "Отказать" }).click();
    await dialog(deputy).getByLabel("Почему период не открыт").fill("Принесите справку.");
    await expectNoAxeViolations(deputy);
    await dialog(deputy).getByRole("button", { name: "Отказать" }).click();
    await request().waitFor({ state: "detached" });
    await openClosedTerm(teacher);
    await note(teacher)
      .getByText(/В просьбе отказано: .*«Принесите справку\.»/)
      .waitFor();
  });

  it("is opened for a time, and what is written then is marked in its cell, in its history and in the deputy's list", async () => {
    await ask();
    await deputy.goto("/office/terms");
    await request().getByRole("button", { name: "Открыть" }).click();
    await dialog(deputy).getByLabel("Открыть по").fill("2026-11-25");
    await dialog(deputy).getByRole("button", { name: "Открыть" }).click();
    await request().waitFor({ state: "detached" });

    await openClosedTerm(teacher);
    await note(teacher)
      .getByText(/открыт до 25\.11\.2026/)
      .first()
      .waitFor();
    const cell = await emptyCell();
    const name = ((await cell.locator("xpath=../th").innerText()).split("\n")[0] ?? "").trim();
    await cell.click();
    await teacher.keyboard.press("4");
    await waitUntilSaved(teacher);
    await note(teacher)
      .getByText(/После закрытия внесен/)
      .waitFor();
    await cell.click();
    await main(teacher).getByText("внесено после закрытия периода").first().waitFor();
    equal((await cell.getAttribute("data-k"))?.split(" ").includes("late"), true);
    await teacher.keyboard.press("Alt+KeyH");
    match(await teacher.getByRole("complementary").getByRole("listitem").first().innerText(), /внесено после закрытия периода/);
    await expectNoAxeViolations(teacher);

    await deputy.reload();
    const late = main(deputy).getByRole("table", { name: "Внесено после закрытия" }).locator("tbody tr", { hasText: name }).first();
    match(await late.innerText(), /Алгебра, 7«А»[\s\S]*отметка, урок \d\d\.10\.2026[\s\S]*— → 4[\s\S]*Учащийся болел/);
    await cell.click();
    await teacher.keyboard.press("Delete");
    await waitUntilSaved(teacher);
    equal(await cell.innerText(), "");
  });

  it("fits a phone, the teacher's note as well as the deputy's page", async () => {
    for (const [login, path] of [
      ["teacher", address],
      ["deputy", "/office/terms"],
    ] as const) {
      const page = await signIn(await openWindow(browser, { kind: "phone" }), login);
      await page.goto(path);
      await main(page)
        .getByText(login === "teacher" ? /открыт до 25\.11\.2026/ : "Внесено после закрытия")
        .first()
        .waitFor();
      equal(await page.evaluate(() => document.documentElement.scrollWidth), WINDOWS.phone.width);
      await expectNoAxeViolations(page);
      await page.context().close();
    }
  });

  it("closes again when the deputy ends the opening", async () => {
    const openings = main(deputy).locator("section", { has: deputy.getByRole("heading", { name: "Открыто на время" }) });
    const own = openings.getByRole("listitem").filter({ hasText: `${TERM}: ${JOURNAL.subject}, ${JOURNAL.className}` });
    await own.getByRole("button", { name: "Закончить" }).click();
    await dialog(deputy).getByRole("button", { name: "Закончить" }).click();
    await own.waitFor({ state: "detached" });
    await openClosedTerm(teacher);
    await note(teacher).getByText("Учебный период закрыт: записи можно только смотреть.").waitFor();
  });

  it("may be that of one journal alone, which the deputy closes and opens apart from its class", async () => {
    const place = deputy.getByRole("checkbox", { name: /^9«А», 2-я четверть/ });
    const journal = dialog(deputy).getByRole("listitem").filter({ hasText: "Химия" });
    const choose = async () => {
      await place.check();
      await main(deputy).getByRole("button", { name: "Журналы класса" }).click();
      await journal.getByRole("checkbox").check();
    };
    await deputy.goto("/office/terms");
    await choose();
    await journal.getByText("открыт", { exact: true }).waitFor();
    await expectNoAxeViolations(deputy);
    await dialog(deputy).getByRole("button", { name: "Закрыть (1)" }).click();
    await dialog(deputy).getByText("2-я четверть: Химия, 9«А»").waitFor();
    await dialog(deputy).getByRole("button", { name: "Закрыть" }).click();
    const cell = main(deputy).locator("td").filter({ has: place });
    await cell.getByText("закрыто журналов: 1").waitFor();
    await choose();
    await journal.getByText("закрыт, отдельно").waitFor();
    await dialog(deputy).getByRole("button", { name: "Снять закрытие" }).click();
    await dialog(deputy).getByLabel("Причина").fill("Закрыли по ошибке.");
    await dialog(deputy).getByRole("button", { name: "Снять" }).click();
    await cell.getByText("закрыто журналов").waitFor({ state: "detached" });
  });
});

const main = (page: Page): Locator => page.getByRole("main");
const note = (page: Page): Locator => page.getByRole("region", { name: "Закрытый учебный период" });
const dialog = (page: Page): Locator => page.getByRole("dialog");

import { equal, match } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Browser, Page } from "playwright-core";
import { expectNoAxeViolations } from "./accessibility.ts";
import { launchBrowser, openWindow, signIn, WINDOWS } from "./browser.ts";

const WORDS = `Давайте подтянем алгебру до конца четверти. ${Date.now()}`;

describe("the forecast of term marks [3.3.4]", () => {
  let browser: Browser;
  let teacher: Page;
  let parent: Page;
  /** The parent's child in the class, as the diary and as the class's list name it. */
  let child = { pupilId: "", givenName: "" };
  /** The newest forecast that the parent had been told of before. */
  let stood: string | null = null;
  before(async () => {
    browser = await launchBrowser();
    [teacher, parent] = [
      await signIn(await openWindow(browser), "classteacher"),
      await signIn(await openWindow(browser, { kind: "phone" }), "parent"),
    ];
  });
  after(() => browser.close());

  it("shows the class teacher who is at the border and who falls, by sign", async () => {
    await teacher.locator('a[href^="/classes/"]').first().click();
    await teacher.waitForURL(/\/classes\/[\w-]{36}/);
    await main(teacher).getByRole("link", { name: "Прогноз", exact: true }).click();
    await main(teacher)
      .getByRole("heading", { level: 1, name: /^Прогноз класса / })
      .waitFor();
    const everybody = await main(teacher)
      .getByRole("checkbox", { name: /^Выбрать: / })
      .count();
    await main(teacher).getByLabel("Показать", { exact: true }).first().selectOption({ label: "близко к следующей" });
    const near = await main(teacher)
      .getByRole("checkbox", { name: /^Выбрать: / })
      .count();
    equal(near > 0 && near < everybody, true);
    equal(
      (await main(teacher).getByText("может потерять отметку", { exact: true }).and(main(teacher).locator("span")).count()) < everybody,
      true,
    );
    await expectNoAxeViolations(teacher);
  });

  it("is sent to a family with the class teacher's words, seen before as the family will see it", async () => {
    child = await childOfClass(parent, await classLabel(teacher));
    stood = await newestForecast(parent);
    await main(teacher).getByLabel("Показать", { exact: true }).first().selectOption({ label: "Весь класс" });
    await main(teacher)
      .getByRole("checkbox", { name: new RegExp(`^Выбрать: \\S+ ${child.givenName}`) })
      .check();
    await main(teacher).getByRole("button", { name: "Отправить прогноз (1)" }).click();
    const dialog = teacher.getByRole("dialog");
    await dialog.getByLabel("Несколько слов семьям").fill(WORDS);
    await dialog.getByText("Алгебра", { exact: true }).waitFor();
    await expectNoAxeViolations(teacher);
    await dialog.getByRole("button", { name: "Отправить", exact: true }).click();
    await main(teacher)
      .getByText(/^Отправлено \d+ (человеку|людям)\.$/)
      .waitFor();
    await row(teacher).first().waitFor();
  });

  it("comes to the parent by the bell, and is read on a phone", async () => {
    const address = await untilAnother(stood, () => newestForecast(parent));
    await main(parent).locator(`a[href="${address}"]`).first().click();
    await parent.waitForURL(/\/forecasts\/[\da-f-]{36}$/);
    await main(parent).getByText(WORDS).waitFor();
    match(await main(parent).innerText(), /До 5: \d+ пят/);
    await expectNoAxeViolations(parent);
    equal(await parent.evaluate(() => document.documentElement.scrollWidth), WINDOWS.phone.width);
    await main(parent).getByRole("link", { name: "Открыть дневник" }).waitFor();
  });

  it("shows the class teacher when it was delivered and read", async () => {
    await teacher.reload();
    const parents = row(teacher)
      .filter({ hasNotText: "сам учащийся" })
      .filter({ hasText: /(\d\d\.\d\d\.\d{4}, \d\d:\d\d.*){3}/s });
    await parents.first().waitFor();
    const cells = await parents.first().getByRole("cell").allInnerTexts();
    match(cells[3] ?? "", /^\d\d\.\d\d\.\d{4}, \d\d:\d\d$/, "delivered");
    match(cells[5] ?? "", /^\d\d\.\d\d\.\d{4}, \d\d:\d\d$/, "read");
  });

  it("answers the family at once what is needed for a better mark, subject by subject", async () => {
    await parent.goto(`/diary/${child.pupilId}/term`);
    await main(parent).getByRole("heading", { name: "Прогноз: что нужно для следующей отметки" }).waitFor();
    match(await main(parent).innerText(), /До [345]: \d+ пят[^\n]*за контрольную[^\n]*или \d+ пят[^\n]* за остальные работы/);
    await expectNoAxeViolations(parent);
    equal(await parent.evaluate(() => document.documentElement.scrollWidth), WINDOWS.phone.width);
  });
});

const main = (page: Page) => page.getByRole("main");
const row = (page: Page) =>
  main(page)
    .getByRole("table", { name: "Кому отправлено и кто прочитал" })
    .getByRole("row")
    .filter({ has: page.getByRole("cell") });

/** Where the newest notice of a forecast leads; null: there is none yet. */
async function newestForecast(page: Page): Promise<string | null> {
  await page.goto("/news");
  await main(page).getByRole("heading", { level: 1 }).waitFor();
  await page.waitForLoadState("load");
  const links = main(page).locator('a[href^="/forecasts/"]');
  await links
    .first()
    .waitFor({ timeout: 2_000 })
    .catch(() => undefined);
  return (await links.count()) > 0 ? links.first().getAttribute("href") : null;
}

async function untilAnother(stood: string | null, read: () => Promise<string | null>): Promise<string> {
  for (let time = 0; time < 15; time++) {
    const found = await read();
    if (found && found !== stood) return found;
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
  throw new Error("the parent was told of no forecast");
}

async function classLabel(page: Page): Promise<string> {
  return (await main(page).getByRole("heading", { level: 1 }).innerText()).replace("Прогноз класса ", "").trim();
}

async function childOfClass(page: Page, label: string): Promise<{ pupilId: string; givenName: string }> {
  const link = page.getByRole("navigation", { name: "Дети" }).getByRole("link").filter({ hasText: label }).first();
  const pupilId = (await link.getAttribute("href"))?.split("/")[2]?.split("?")[0] ?? "";
  return { pupilId, givenName: (await link.innerText()).replace(label, "").trim() };
}

import { equal, match } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Browser, Page } from "playwright-core";
import { expectNoAxeViolations } from "./accessibility.ts";
import { launchBrowser, openWindow, signIn, type WindowKind } from "./browser.ts";

/** Far ahead: no other journey's marks are reckoned by it. */
const FIRST_DAY = "2027-05-20";

describe("the school's rules of assessment", () => {
  let browser: Browser;
  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser.close());

  const open = async (login: string, kind: WindowKind = "desktop"): Promise<Page> => {
    const page = await signIn(await openWindow(browser, { kind }), login);
    await page.goto("/office/rules");
    return page;
  };

  it("are set by the deputy from a day on, found under it, and taken back before it", async () => {
    const page = await open("deputy");
    const main = page.getByRole("main");
    await expectNoAxeViolations(page);
    const five = main.getByRole("group", { name: "Границы среднего балла" }).getByLabel("«5» — от");
    await five.fill("4,65");
    await main.getByLabel("Контрольная работа: вес", { exact: true }).fill("3");
    await main.getByLabel("Контрольная работа: вес закреплён").check();
    await main.getByLabel("Действуют с").fill(FIRST_DAY);
    await main.getByRole("button", { name: "Сохранить" }).click();
    await main.getByText("Сохранено: правила действуют с 20.05.2027").waitFor();
    await page.goto(`/office/rules?on=${FIRST_DAY}`);
    await main.getByText("Начнут действовать с 20.05.2027.").waitFor();
    equal(await five.inputValue(), "4,65");
    equal(await main.getByLabel("Контрольная работа: вес закреплён").isChecked(), true);
    await main.getByRole("button", { name: "Отменить эти правила" }).click();
    await main.getByText("Начнут действовать").waitFor({ state: "detached" });
    await page.context().close();
  });

  it("say what is wrong and keep what was typed", async () => {
    const page = await open("deputy", "phone");
    const main = page.getByRole("main");
    await expectNoAxeViolations(page);
    const four = main.getByRole("group", { name: "Границы среднего балла" }).getByLabel("«4» — от");
    await four.fill("4,80");
    await main.getByLabel("Действуют с").fill(FIRST_DAY);
    await main.getByRole("button", { name: "Сохранить" }).click();
    match(await main.getByRole("alert").innerText(), /должны расти от тройки к пятёрке/);
    equal(await four.inputValue(), "4,80");
    equal(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), true);
    await page.context().close();
  });
});

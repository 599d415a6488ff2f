import { equal, match } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Browser, Locator, Page } from "playwright-core";
import { expectNoAxeViolations } from "./accessibility.ts";
import { launchBrowser, openWindow, signIn, WINDOWS, type WindowKind } from "./browser.ts";

/** Far ahead: no other journey's marks are reckoned by it. What is set from it on is withdrawn again. */
const FIRST_DAY = "2027-05-20";

describe("the school's rules of assessment [3.4.2]", () => {
  let browser: Browser;
  before(async () => {
    browser = await launchBrowser();
    const page = await open("deputy", { on: FIRST_DAY });
    if (await withdrawing(page).isVisible()) await withdraw(page);
    await page.context().close();
  });
  after(() => browser.close());

  async function open(login: string, { on = "", kind = "desktop" as WindowKind } = {}): Promise<Page> {
    const page = await signIn(await openWindow(browser, { kind }), login);
    await page.goto(on ? `/office/rules?on=${on}` : "/office/rules");
    await main(page).getByRole("button", { name: "Сохранить", disabled: false }).waitFor();
    return page;
  }

  it("are set by the deputy from a day on, found under it, and taken back before it", async () => {
    const page = await open("deputy");
    await expectNoAxeViolations(page);
    const standing = await five(page).inputValue();
    await five(page).fill("4,65");
    await main(page).getByLabel("Контрольная работа: вес", { exact: true }).fill("3");
    await main(page).getByLabel("Самостоятельная работа: вес закреплён").check();
    await save(page);
    await main(page).getByText("Сохранено: правила действуют с 20.05.2027").waitFor();
    await page.goto("/office/rules");
    equal(await five(page).inputValue(), standing);
    await main(page).getByRole("link", { name: "с 20.05.2027" }).click();
    await main(page).getByText("Начнут действовать с 20.05.2027.").waitFor();
    equal(await five(page).inputValue(), "4,65");
    equal(await main(page).getByLabel("Контрольная работа: вес", { exact: true }).inputValue(), "3,00");
    equal(await main(page).getByLabel("Самостоятельная работа: вес закреплён").isChecked(), true);
    await withdraw(page);
    equal(await main(page).getByRole("link", { name: "с 20.05.2027" }).count(), 0);
    await page.context().close();
  });

  it("say what is wrong and keep what was typed, on a phone too", async () => {
    const page = await open("deputy", { kind: "phone" });
    await expectNoAxeViolations(page);
    equal(await page.evaluate(() => document.documentElement.scrollWidth), WINDOWS.phone.width);
    const four = main(page).getByRole("group", { name: "Границы среднего балла", exact: true }).getByLabel("«4» — от");
    await four.fill("4,80");
    await save(page);
    match(await main(page).getByRole("alert").innerText(), /должны расти от тройки к пятёрке/);
    equal(await four.inputValue(), "4,80");
    await page.context().close();
  });

  it("are not written over what another has set meanwhile", async () => {
    const [page, other] = [await open("deputy"), await open("director")];
    await five(other).fill("4,70");
    await save(other);
    await main(other).getByText("Сохранено").waitFor();
    await five(page).fill("4,60");
    await save(page);
    await main(page).getByText("Правила уже изменили с другого устройства, ваши не сохранены.").waitFor();
    await expectNoAxeViolations(page);
    await page.goto(`/office/rules?on=${FIRST_DAY}`);
    equal(await five(page).inputValue(), "4,70");
    await withdraw(page);
    for (const one of [page, other]) await one.context().close();
  });

  it("are read by a teacher, who cannot change them", async () => {
    const page = await signIn(await openWindow(browser), "teacher");
    await page.goto("/office/rules");
    await main(page).getByText("Правила задают директор и заместитель директора").waitFor();
    equal(await five(page).isDisabled(), true);
    await expectNoAxeViolations(page);
    equal(await main(page).getByRole("button", { name: "Сохранить" }).count(), 0);
    await page.context().close();
  });
});

const main = (page: Page): Locator => page.getByRole("main");
const five = (page: Page): Locator => main(page).getByRole("group", { name: "Границы среднего балла", exact: true }).getByLabel("«5» — от");
const withdrawing = (page: Page): Locator => main(page).getByRole("button", { name: "Отменить эти правила" });

async function save(page: Page): Promise<void> {
  await main(page).getByLabel("Действуют с").fill(FIRST_DAY);
  await main(page).getByRole("button", { name: "Сохранить" }).click();
}

async function withdraw(page: Page): Promise<void> {
  await withdrawing(page).click();
  await withdrawing(page).waitFor({ state: "detached" });
}

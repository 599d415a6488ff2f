import { equal, match, ok } from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, it } from "node:test";
import type { Browser, Page } from "playwright-core";
import { expectNoAxeViolations } from "./accessibility.ts";
import { launchBrowser, openWindow, signIn, WINDOWS } from "./browser.ts";

describe("the class teacher's analysis of a term", () => {
  let browser: Browser;
  let teacher: Page;
  let address = "";
  const conclusions = `Успеваемость выше прошлогодней. ${Date.now()}`;
  before(async () => {
    browser = await launchBrowser();
    teacher = await signIn(await openWindow(browser), "classteacher");
  });
  after(() => browser.close());

  it("opens from the class's page at the last term that is over, with figures and names", async () => {
    const [ownClass] = await teacher.locator('a[href^="/classes/"]').all();
    await ownClass!.click();
    await teacher.waitForURL(/\/classes\/[\w-]{36}/);
    await teacher.getByRole("main").getByRole("link", { name: "Анализ за период" }).click();
    await teacher.waitForURL(/\/analysis/);
    const main = teacher.getByRole("main");
    await main.getByRole("heading", { level: 1, name: /^Анализ за период/ }).waitFor();
    address = new URL(teacher.url()).pathname;
    const success = main.getByRole("row", { name: /^Успеваемость класса, %/ });
    match(await success.innerText(), /\d+,\d\d/);
    equal(await main.getByRole("table", { name: "Учащиеся по итогам периода" }).getByRole("row").count(), 8);
    await expectNoAxeViolations(teacher);
  });

  it("keeps what was typed through a reload, is saved, and then signed", async () => {
    const main = teacher.getByRole("main");
    const reopen = main.getByRole("button", { name: "Вернуть в черновик" });
    if (await reopen.isVisible()) {
      await reopen.click();
      await main.getByLabel("Меры").waitFor();
    }
    await main.getByLabel("Выводы", { exact: true }).fill(conclusions);
    await teacher.reload();
    await main.getByRole("button", { name: "Подставить его" }).click();
    equal(await main.getByLabel("Выводы", { exact: true }).inputValue(), conclusions);
    await main.getByRole("button", { name: "Сохранить черновик" }).click();
    await main.getByText("После подписания показатели не меняются").waitFor();
    await main.getByRole("button", { name: "Подписать" }).click();
    await main.getByText(/^Подписано: /).waitFor();
    await main.getByText(conclusions).waitFor();
    await expectNoAxeViolations(teacher);
  });

  it("is downloaded as a workbook and as paper", async () => {
    for (const [name, begins] of [
      ["Таблица (xlsx)", "PK"],
      ["PDF", "%PDF"],
    ] as const) {
      const waited = teacher.waitForEvent("download");
      await teacher.getByRole("link", { name }).click();
      const file = await waited;
      match(file.suggestedFilename(), /^Анализ .+ четверть .+\.(xlsx|pdf)$/);
      ok((await readFile(await file.path())).toString("latin1").startsWith(begins));
    }
  });

  it("is found by the deputy among the classes, read on a phone, and cannot be changed there", async () => {
    const deputy = await signIn(await openWindow(browser, { kind: "phone" }), "deputy");
    await deputy.goto("/office/analyses");
    await expectNoAxeViolations(deputy);
    equal(await deputy.evaluate(() => document.documentElement.scrollWidth), WINDOWS.phone.width);
    await deputy.getByRole("main").locator(`a[href^="${address}"]`).click();
    const main = deputy.getByRole("main");
    await main.getByText(conclusions).waitFor();
    equal(await main.getByRole("button").count(), 0);
    await expectNoAxeViolations(deputy);
    equal(await deputy.evaluate(() => document.documentElement.scrollWidth), WINDOWS.phone.width);
  });
});

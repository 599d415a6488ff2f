import { equal, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Browser, Locator, Page } from "playwright-core";
import { expectNoAxeViolations } from "./accessibility.ts";
import { launchBrowser, openWindow, signIn, WINDOWS } from "./browser.ts";

describe("an announcement", () => {
  let browser: Browser;
  let deputy: Page;
  let parent: Page;
  let classLabel = "";
  const title = `Собрание ${Date.now()}`;
  before(async () => {
    browser = await launchBrowser();
    deputy = await signIn(await openWindow(browser), "deputy");
    parent = await signIn(await openWindow(browser, { kind: "phone" }), "parent");
    const child = parent.getByRole("navigation", { name: "Дети" }).getByRole("link").first();
    classLabel = (await child.locator("span").innerText()).trim();
  });
  after(() => browser.close());

  it("is written by the deputy: gaps are named, and a reload loses nothing", async () => {
    await deputy.goto("/announcements");
    await deputy.getByRole("link", { name: "Новое объявление" }).click();
    await deputy.getByRole("button", { name: "Опубликовать" }).click();
    await deputy.getByText("Выберите, кому предназначено объявление.").waitFor();
    await deputy.getByLabel("Заголовок").fill(title);
    await deputy.getByLabel("Текст").fill("В пятницу в 18:00.\n<b>Анкета</b>: https://school.example/form.");
    await deputy.getByLabel("Кому").selectOption({ label: `Класс ${classLabel}` });
    await deputy.getByLabel("Попросить подтвердить ознакомление").check();
    await deputy.reload();
    await deputy.waitForFunction((written) => [...document.querySelectorAll("input")].some(({ value }) => value === written), title);
    await deputy.getByRole("button", { name: "Предпросмотр" }).click();
    await deputy.getByRole("region", { name: "Предпросмотр" }).getByRole("link").waitFor();
    await expectNoAxeViolations(deputy);
  });

  it("is published to the class, and nobody has read it yet", async () => {
    await deputy.getByRole("button", { name: "Опубликовать" }).click();
    await deputy.waitForURL(/\/announcements\/[\w-]{36}$/);
    await deputy.getByRole("heading", { level: 1, name: title }).waitFor();
    ok((await count(deputy)) > 0);
    await expectNoAxeViolations(deputy);
  });

  it("meets the parent at home, and opens with its text plain and its address a link", async () => {
    await parent.reload();
    const block = parent.getByRole("region", { name: "Объявления" });
    await block.getByRole("link", { name: title }).click();
    await parent.waitForURL(/\/announcements\/[\w-]{36}$/);
    const main = parent.getByRole("main");
    await main.getByText("<b>Анкета</b>").waitFor();
    const link = main.getByRole("link", { name: "https://school.example/form" });
    equal(await link.getAttribute("rel"), "noopener noreferrer nofollow");
    equal(await main.getByText("Получатели").count(), 0);
    equal(await parent.evaluate(() => document.documentElement.scrollWidth), WINDOWS.phone.width);
    await expectNoAxeViolations(parent);
  });

  it("is acknowledged by the parent, and leaves the deputy's list of those who have not", async () => {
    const before = await count(deputy);
    await parent.getByRole("button", { name: /^Ознакомлен/ }).click();
    await parent.getByRole("main").getByText("Вы подтвердили, что ознакомлены").first().waitFor();
    await deputy.reload();
    await deputy
      .getByRole("main")
      .getByText(/подтвердил 1 человек/)
      .waitFor();
    await rows(deputy).first().waitFor();
    equal(await count(deputy), before - 1);
    await deputy.getByLabel("Показать").selectOption("ACKNOWLEDGED");
    await deputy.getByRole("status").filter({ hasText: "1 человек" }).waitFor();
    await parent.goto("/");
    await parent.waitForURL(/\/diary\//);
    equal(
      await parent
        .getByRole("main")
        .getByRole("button", { name: `Ознакомлен(а): ${title}` })
        .count(),
      0,
    );
  });

  it("is changed and withdrawn: then the parent finds it no more", async () => {
    const address = deputy.url();
    await deputy.getByRole("link", { name: "Изменить" }).click();
    await deputy.getByLabel("Заголовок").fill(`${title}, важно`);
    await deputy.getByRole("button", { name: "Сохранить" }).click();
    await deputy.getByRole("heading", { level: 1, name: `${title}, важно` }).waitFor();
    await deputy.getByRole("button", { name: "Отозвать" }).first().click();
    await deputy.getByRole("dialog").getByRole("button", { name: "Отозвать" }).click();
    await deputy
      .getByRole("main")
      .getByText(/Отозвано \d\d\.\d\d\.\d{4}/)
      .waitFor();
    await parent.goto(address);
    await parent.getByRole("heading", { name: "Страница не найдена" }).waitFor();
  });

  it("may not be written by a parent", async () => {
    await parent.goto("/announcements");
    await parent.getByRole("main").getByRole("heading", { level: 1 }).waitFor();
    equal(await parent.getByRole("link", { name: "Новое объявление" }).count(), 0);
    await parent.goto("/announcements/new");
    await parent
      .getByRole("main")
      .getByText(/Объявления публикует школа/)
      .waitFor();
  });
});

function rows(page: Page): Locator {
  return page.getByRole("table", { name: "Получатели" }).locator("tbody tr");
}

/** How many the list says there are. */
async function count(page: Page): Promise<number> {
  const told = page.getByRole("status").filter({ hasText: "человек" });
  await told.waitFor();
  return Number.parseInt(await told.innerText(), 10);
}

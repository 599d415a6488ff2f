import { equal, match, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Browser, Page } from "playwright-core";
import { expectNoAxeViolations } from "./accessibility.ts";
import { launchBrowser, openWindow, signIn } from "./browser.ts";

describe("the door of the portal", () => {
  let browser: Browser;
  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser.close());

  it("opens by keyboard alone", async () => {
    const page = await signInPage(browser);
    equal(await page.evaluate(() => document.activeElement?.getAttribute("name")), "login");
    await page.keyboard.type("teacher");
    await page.keyboard.press("Tab");
    await page.keyboard.type("demo-teacher");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/day");
    await page.context().close();
  });

  it("opens with one click for each person of the demo school", async () => {
    const page = await signInPage(browser);
    await page.getByRole("button", { name: "Заместитель директора" }).click();
    await page.waitForURL("**/office");
    await page.context().close();
  });

  it("answers an unknown login and a wrong password alike, and keeps the login", async () => {
    const page = await signInPage(browser);
    const unknown = await tryToSignIn(page, "nobody-of-this-school", "demo-teacher");
    const wrong = await tryToSignIn(page, "pupil", "not-the-password");
    match(wrong, /логин или пароль/i);
    equal(wrong, unknown);
    equal(await page.getByLabel("Логин").inputValue(), "pupil");
    equal(new URL(page.url()).search, "");
    await expectNoAxeViolations(page);
    await page.context().close();
  });

  it("says which field is empty without asking the server", async () => {
    const page = await signInPage(browser);
    await page.getByRole("button", { name: "Войти", exact: true }).click();
    await page.getByText("Введите логин из памятки.").waitFor();
    await page.getByText("Введите пароль.").waitFor();
    await page.context().close();
  });

  it("leads a stranger back to the page that they asked for", async () => {
    const context = await openWindow(browser);
    const page = await context.newPage();
    await page.goto("/journals?search=%D0%B0");
    await page.waitForURL("**/sign-in?return=**");
    await page.getByRole("button", { name: "Учитель", exact: true }).click();
    await page.waitForURL("**/journals?search=%D0%B0");
    await context.close();
  });

  it("does not lead to another site", async () => {
    const context = await openWindow(browser);
    const page = await context.newPage();
    await page.goto("/sign-in?return=//example.org/");
    await page.getByRole("button", { name: "Учитель", exact: true }).click();
    await page.waitForURL("**/day");
    await context.close();
  });

  it("closes behind the one who signs out", async () => {
    const context = await openWindow(browser);
    const page = await signIn(context, "teacher");
    await page.getByRole("button", { name: /^Меню/ }).click();
    await page.getByRole("button", { name: "Выйти", exact: true }).click();
    await page.waitForURL("**/sign-in");
    await page.goto("/day");
    await page.waitForURL("**/sign-in?return=**");
    await context.close();
  });

  it("closes on every device at once, after a question", async () => {
    const [here, there] = await Promise.all([openWindow(browser), openWindow(browser)]);
    const [page, other] = await Promise.all([signIn(here, "director"), signIn(there, "director")]);
    await page.getByRole("button", { name: /^Меню/ }).click();
    await page.getByRole("button", { name: "Выйти на всех устройствах" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Выйти на всех устройствах" }).click();
    await page.waitForURL("**/sign-in");
    await other.goto("/office");
    await other.waitForURL("**/sign-in?return=**");
    await Promise.all([here.close(), there.close()]);
  });

  it("lets no script run but the portal's own", async () => {
    const context = await openWindow(browser);
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    const policy = (await page.goto("/sign-in"))?.headers()["content-security-policy"] ?? "";
    match(policy, /script-src 'self' 'nonce-[^']+' 'strict-dynamic'(;|$)/);
    match(policy, /frame-ancestors 'none'/);
    await page.getByLabel("Логин").waitFor();
    equal(complaints.join("\n"), "");
    ok(!policy.includes("unsafe-eval"));
    await context.close();
  });
});

async function signInPage(browser: Browser): Promise<Page> {
  const page = await (await openWindow(browser)).newPage();
  await page.goto("/sign-in");
  return page;
}

/** The sentence that the page answers with. */
async function tryToSignIn(page: Page, login: string, password: string): Promise<string> {
  await page.getByLabel("Логин").fill(login);
  await page.getByLabel("Пароль", { exact: true }).fill(password);
  const answered = page.waitForResponse((response) => response.url().endsWith("/graphql"));
  await page.getByRole("button", { name: "Войти", exact: true }).click();
  await answered;
  return page.getByRole("alert").filter({ hasText: /\S/ }).first().innerText();
}

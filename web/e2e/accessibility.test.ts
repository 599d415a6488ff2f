import { equal } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Browser, Page } from "playwright-core";
import { expectNoAxeViolations } from "./accessibility.ts";
import { launchBrowser, openWindow, signIn, WINDOWS, type WindowKind } from "./browser.ts";

/** What each person opens from the shell; pages of a feature are looked at in its own journey. */
const PAGES: Record<string, string[]> = {
  teacher: ["/day", "/day?date=2027-07-15", "/journals", "/no-such-page"],
  deputy: ["/office", "/office/reports", "/messages", "/messages/new"],
  admin: ["/admin", "/admin/people", "/admin/people?kind=staff", "/admin/subjects", "/admin/notices"],
};

describe("every page of the shell", () => {
  let browser: Browser;
  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser.close());

  for (const [kind, colorScheme] of [
    ["desktop", "light"],
    ["phone", "dark"],
  ] as const) {
    it(`has no barrier in the ${colorScheme} scheme in the ${kind} window and fits it`, async () => {
      for (const [login, paths] of Object.entries(PAGES)) {
        const context = await openWindow(browser, { kind, colorScheme });
        const page = await signIn(context, login);
        for (const path of paths) {
          await page.goto(path);
          await expectNoAxeViolations(page);
          await expectFits(page, kind);
        }
        await context.close();
      }
    });
  }

  it("has no barrier before signing in", async () => {
    const page = await (await openWindow(browser, { kind: "phone" })).newPage();
    await page.goto("/sign-in");
    await expectNoAxeViolations(page);
    await expectFits(page, "phone");
    await page.context().close();
  });
});

/** Nothing has to be scrolled sideways. */
async function expectFits(page: Page, kind: WindowKind): Promise<void> {
  equal(await page.evaluate(() => document.documentElement.scrollWidth), WINDOWS[kind].width, page.url());
}

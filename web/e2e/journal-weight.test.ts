import { ok } from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { launchBrowser, openWindow, signIn } from "./browser.ts";
import { journalAddress } from "./journal.ts";

/** The portal's goal for the page on which teachers work, in bytes. */
const LIMIT = 250_000;

test("the journal page names no more than 250 kB of JavaScript, gzipped", async (context) => {
  const browser = await launchBrowser();
  try {
    const page = await signIn(await openWindow(browser), "teacher");
    const scripts = scriptsOf(await read(page, await journalAddress(page)));
    ok(scripts.length > 1, "the page names no scripts");
    const weights = await Promise.all(scripts.map(async (script) => gzipSync(await read(page, script)).length));
    const whole = weights.reduce((sum, weight) => sum + weight, 0);
    context.diagnostic(`the journal page names ${(whole / 1000).toFixed(1)} kB of JavaScript in ${scripts.length} files, gzipped`);
    ok(whole <= LIMIT, `the journal page names ${whole} bytes of JavaScript, gzipped; the goal is ${LIMIT} (docs/performance.md)`);
  } finally {
    await browser.close();
  }
});

/** What a browser of today loads: not the scripts for those that know no modules. */
function scriptsOf(html: string): string[] {
  const tags = [...html.matchAll(/<script\b[^>]*>/gi)].map(([tag]) => tag).filter((tag) => !/\snomodule\b/i.test(tag));
  return [...new Set(tags.flatMap((tag) => /\ssrc="([^"]+)"/.exec(tag)?.[1] ?? []))];
}

async function read(page: Page, address: string): Promise<string> {
  const answer = await page.request.get(address);
  ok(answer.ok(), `${address} answers ${answer.status()}`);
  return answer.text();
}

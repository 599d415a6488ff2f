import { AxeBuilder } from "@axe-core/playwright";
import { deepStrictEqual } from "node:assert/strict";
import type { Page } from "playwright-core";

/** Fails with each broken rule and the elements that break it. Waits for the page's heading: until then it is a skeleton. */
export async function expectNoAxeViolations(page: Page): Promise<void> {
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  const { violations } = await new AxeBuilder({ page }).analyze();
  deepStrictEqual(
    violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ target, failureSummary }) => `${target.join(" ")}: ${failureSummary}`) })),
    [],
  );
}

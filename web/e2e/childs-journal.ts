import type { Page } from "playwright-core";
import { rows } from "./journal.ts";

/** The teacher's journal of the first child that the teacher teaches, the child's row there, and the lessons before today with the last of them. */
export async function openChildsJournal(teacher: Page, parent: Page) {
  const children = await parent.getByRole("navigation", { name: "Дети" }).getByRole("link").all();
  for (const child of children) {
    const label = (await child.locator("span").innerText()).trim();
    const pupilId = (await child.getAttribute("href"))?.split("/")[2]?.split("?")[0] ?? "";
    const givenName = (await child.innerText()).replace(label, "").trim();
    await teacher.goto("/journals");
    await teacher.getByLabel("Поиск").fill(label);
    await teacher.waitForURL(/[?&]search=/);
    const link = teacher.locator("a[href^='/journals/']", { hasText: label }).first();
    if (!(await appears(link))) continue;
    await link.click();
    await teacher.locator("td[tabindex='0']:focus").waitFor();
    const subject = (await teacher.getByRole("heading", { level: 1 }).innerText()).split(/[,·]/)[0]?.trim() ?? "";
    const names = await rows(teacher).locator("th").allInnerTexts();
    const row = names.findIndex((name) => name.includes(` ${givenName}`));
    if (row < 0) continue;
    const dates = await teacher
      .getByRole("grid")
      .locator("thead th[data-column]")
      .evaluateAll((headers) => headers.map((header) => /\d\d\.\d\d\.\d{4}/.exec(header.getAttribute("aria-label") ?? "")?.[0] ?? ""));
    const past = dates.filter((date) => date && date.split(".").toReversed().join("-") < "2026-11-23");
    return { pupilId, row, date: past.at(-1) ?? "", dates: past, subject };
  }
  throw new Error("the demo teacher teaches none of the demo parent's children");
}

function appears(link: ReturnType<Page["locator"]>): Promise<boolean> {
  return link.waitFor({ timeout: 5_000 }).then(
    () => true,
    () => false,
  );
}

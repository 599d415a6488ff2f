import type { Locator, Page } from "playwright-core";

/** The journal that the journeys work in: the demo teacher's own, five lessons a week. */
export const JOURNAL = { subject: "Математика", className: "5«А»" };

/** Goes to the journal by the list, as a teacher does, and answers once its grid can be typed into. */
export async function openJournal(page: Page): Promise<void> {
  await page.goto(await journalAddress(page));
  await page.locator("td[tabindex='0']:focus").waitFor();
}

export async function journalAddress(page: Page): Promise<string> {
  await page.goto("/journals");
  const ofSubject = page.locator("section", { has: page.getByRole("heading", { name: JOURNAL.subject, exact: true }) });
  const link = ofSubject.locator("a", { hasText: JOURNAL.className }).first();
  return (await link.getAttribute("href")) ?? "";
}

export function rows(page: Page): Locator {
  return page.getByRole("grid").locator("tbody tr");
}

/** The cell of a pupil (counted from 0) in the first column of the lesson of a date (`дд.мм.гггг`). */
export async function cellAt(page: Page, row: number, date: string): Promise<Locator> {
  const header = page.getByRole("grid").locator(`thead th[data-column][aria-label*="${date}"]`).first();
  return rows(page)
    .nth(row)
    .locator("td")
    .nth(Number(await header.getAttribute("data-column")));
}

/** What a column shows, pupil by pupil. */
export async function columnTexts(page: Page, date: string): Promise<string[]> {
  const texts: string[] = [];
  for (let row = 0; row < (await rows(page).count()); row++) texts.push((await (await cellAt(page, row, date)).textContent()) ?? "");
  return texts;
}

export async function waitUntilSaved(page: Page): Promise<void> {
  await page.getByText("Сохранено", { exact: true }).waitFor();
}

/** Empties a column, so that a journey can begin from nothing and be run again. */
export async function emptyColumn(page: Page, date: string): Promise<void> {
  const all = await rows(page).count();
  for (let round = 0; round < 2; round++) {
    await (await cellAt(page, 0, date)).click();
    for (let row = 1; row < all; row++) await page.keyboard.press("Shift+ArrowDown");
    await page.keyboard.press("Delete");
    await waitUntilSaved(page);
  }
}

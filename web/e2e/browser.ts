import { chromium, type Browser, type BrowserContext, type Page } from "playwright-core";

/** Where the portal under test answers. */
export const PORTAL_URL = process.env.PORTAL_URL ?? "http://localhost:3000";

/** The windows that every journey is looked at in. */
export const WINDOWS = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;
export type WindowKind = keyof typeof WINDOWS;

/** The real Chromium of the machine; close it when the journeys are over. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: FLAGS });
}

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export interface WindowSettings {
  kind?: WindowKind;
  colorScheme?: "light" | "dark";
}

/** A fresh person: no cookies, no storage of anybody before. */
export function openWindow(browser: Browser, { kind = "desktop", colorScheme = "light" }: WindowSettings = {}): Promise<BrowserContext> {
  return browser.newContext({
    baseURL: PORTAL_URL,
    viewport: WINDOWS[kind],
    hasTouch: kind === "phone",
    isMobile: kind === "phone",
    colorScheme,
    locale: "ru-RU",
    timezoneId: "Europe/Moscow",
  });
}

/** Signs a person of the demo school in by typing, as people do, and waits for their home page. */
export async function signIn(context: BrowserContext, login: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.getByLabel("Логин").fill(login);
  await page.getByLabel("Пароль", { exact: true }).fill(`demo-${login}`);
  await page.getByRole("button", { name: "Войти", exact: true }).click();
  await page.waitForURL((url) => !["/sign-in", "/"].includes(url.pathname));
  return page;
}

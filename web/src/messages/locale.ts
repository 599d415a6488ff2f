/** Russian first; a viewer may choose English, kept in the cookie `locale`. */
export const LOCALES = ["ru", "en"] as const;
export type Locale = (typeof LOCALES)[number];
export const LOCALE_COOKIE = "locale";

export function localeOf(chosen: string | undefined): Locale {
  return LOCALES.find((locale) => locale === chosen) ?? "ru";
}

import { cookies } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { en } from "./en";
import { LOCALE_COOKIE, localeOf } from "./locale";
import { ru } from "./ru";

const MESSAGES = { ru, en };

/** next-intl's texts of one request. Dates of school life are civil dates, shown as they are: hence UTC. */
export default getRequestConfig(async () => {
  const locale = localeOf((await cookies()).get(LOCALE_COOKIE)?.value);
  return { locale, messages: MESSAGES[locale], timeZone: "UTC" };
});

import type { useTranslations } from "next-intl";

type Texts = ReturnType<typeof useTranslations<"newsHealth">>;

/** «340 мс», «2,4 с», «12 мин», «3 ч 5 мин» */
export function durationText(milliseconds: number, t: Texts): string {
  if (milliseconds < 1_000) return t("milliseconds", { count: milliseconds });
  if (milliseconds < 60_000) return t("seconds", { count: Math.round(milliseconds / 100) / 10 });
  const minutes = Math.round(milliseconds / 60_000);
  if (minutes < 60) return t("minutes", { count: minutes });
  return t("hours", { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}

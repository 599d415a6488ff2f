import { useLocale, useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { LOCALE_COOKIE, type Locale } from "@/messages/locale";
import { Choice } from "./choice";

/** Each language by its own name. */
export function LanguageChoice() {
  const t = useTranslations("shell");
  const router = useRouter();
  const [chosen, setChosen] = useState(useLocale());
  const choose = (locale: Locale) => {
    setChosen(locale);
    document.cookie = `${LOCALE_COOKIE}=${locale}; path=/; max-age=31536000; samesite=lax`;
    router.refresh();
  };
  return (
    <Choice
      legend={t("language")}
      value={chosen}
      onChoose={choose}
      options={[
        { value: "ru", text: "Русский", lang: "ru" },
        { value: "en", text: "English", lang: "en" },
      ]}
    />
  );
}

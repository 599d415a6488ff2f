import type { Locale } from "./locale";
import type { ru } from "./ru";

declare module "next-intl" {
  interface AppConfig {
    Locale: Locale;
    Messages: typeof ru;
  }
}

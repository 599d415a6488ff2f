import { useLocale, useTranslations } from "next-intl";
import { errorCode, errorMessage } from "@/graphql/error-code";
import type { Problem } from "@/graphql/read-for-page";

/** A sentence for people about an error of the API. */
export function useErrorText(): (error: unknown) => string {
  const textOf = useProblemText();
  return (error) => textOf({ code: errorCode(error), message: errorMessage(error) });
}

/** In Russian the API's own sentence, which knows the case; else, or when it speaks to programmers, the portal's for the code. */
export function useProblemText(): (problem: Problem) => string {
  const t = useTranslations("errors");
  const locale = useLocale();
  return ({ code, message }) => {
    if (locale === "ru" && message && !FOR_PROGRAMMERS.includes(code)) return message;
    const key = code as Parameters<typeof t>[0];
    return t.has(key) ? t(key) : t("INTERNAL");
  };
}

const FOR_PROGRAMMERS = ["INTERNAL", "BAD_REQUEST"];

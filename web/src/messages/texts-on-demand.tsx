"use client";

import { NextIntlClientProvider, useLocale, useMessages } from "next-intl";
import { use, type ReactNode } from "react";
import type { Locale } from "./locale";
import type { ru } from "./ru";

type Texts = Partial<typeof ru>;

/**
 * Texts of what is seldom opened, fetched when it is: they would weigh on every page otherwise. Suspends until they are there.
 */
export function TextsOnDemand({ texts, children }: { texts: TextsOfFeature; children: ReactNode }) {
  const locale = useLocale();
  const here = useMessages() as Texts;
  const fetched = use(texts(locale));
  return (
    <NextIntlClientProvider locale={locale} messages={{ ...here, ...fetched }}>
      {children}
    </NextIntlClientProvider>
  );
}

export type TextsOfFeature = (locale: Locale) => Promise<Texts>;

/** Fetches each language's texts once. */
export function onDemand(load: TextsOfFeature): TextsOfFeature {
  const loading = new Map<Locale, Promise<Texts>>();
  return (locale) => {
    const found = loading.get(locale) ?? load(locale);
    loading.set(locale, found);
    return found;
  };
}

import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import type { ru } from "./ru";

type Feature = keyof typeof ru;

/** Gives client components below it the texts of these features: a page carries its own texts to the browser, not everybody's. */
export async function FeatureMessages({ of, children }: { of: readonly Feature[]; children: ReactNode }) {
  const messages = await getMessages();
  const wanted: readonly Feature[] = [...EVERYWHERE, ...of];
  return (
    <NextIntlClientProvider messages={Object.fromEntries(wanted.map((name) => [name, messages[name]]))}>{children}</NextIntlClientProvider>
  );
}

const EVERYWHERE: readonly Feature[] = ["shell", "errors"];

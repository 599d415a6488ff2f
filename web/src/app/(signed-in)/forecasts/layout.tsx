import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { BrowserClient } from "@/graphql/browser-client";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("forecast"))("page") };
}

export default function ForecastsLayout({ children }: { children: ReactNode }) {
  return <BrowserClient>{children}</BrowserClient>;
}

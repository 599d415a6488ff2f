import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TermLocksPage } from "@/features/term-locks/term-locks-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("termLocks"))("title") };
}

export default function TermLocks() {
  return <TermLocksPage />;
}

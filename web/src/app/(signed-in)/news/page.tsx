import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NewsPage } from "@/features/notices/news-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("notices"))("title") };
}

export default function News() {
  return <NewsPage />;
}

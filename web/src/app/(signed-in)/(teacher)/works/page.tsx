import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { WorksPage } from "@/features/control-works/works-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("controlWorks"))("title") };
}

export default async function Works({ searchParams }: PageProps<"/works">) {
  const { all, after } = await searchParams;
  return <WorksPage all={all !== undefined} after={typeof after === "string" ? after : null} />;
}

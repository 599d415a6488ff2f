import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { WorkPage } from "@/features/control-works/work-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("controlWorks"))("work") };
}

export default async function Work({ params }: PageProps<"/journals/[journalId]/works/[assessmentId]">) {
  return <WorkPage {...await params} />;
}

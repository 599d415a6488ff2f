import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RulesPage } from "@/features/assessment-rules/rules-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("assessmentRules"))("title") };
}

export default async function AssessmentRules({ searchParams }: PageProps<"/office/rules">) {
  const { on } = await searchParams;
  return <RulesPage on={typeof on === "string" && /^\d{4}-\d\d-\d\d$/.test(on) ? on : null} />;
}

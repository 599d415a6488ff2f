import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClassAnalysisPage } from "@/features/class-analysis/class-analysis-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("classAnalysis"))("title", { label: "" }) };
}

export default async function ClassAnalysis({ params, searchParams }: PageProps<"/classes/[classId]/analysis">) {
  const [{ classId }, { term, year }] = await Promise.all([params, searchParams]);
  return <ClassAnalysisPage classId={classId} termId={typeof term === "string" ? term : null} wholeYear={year !== undefined} />;
}

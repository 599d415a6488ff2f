import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AnalysesPage } from "@/features/class-analysis/analyses-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("classAnalysis"))("listTitle") };
}

export default async function Analyses({ searchParams }: PageProps<"/office/analyses">) {
  const { term, year, after } = await searchParams;
  return (
    <AnalysesPage
      termId={typeof term === "string" ? term : null}
      wholeYear={year !== undefined}
      after={typeof after === "string" ? after : null}
    />
  );
}

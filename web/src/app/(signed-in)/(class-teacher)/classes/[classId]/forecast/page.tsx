import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClassForecastPage } from "@/features/class-forecast/class-forecast-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("forecast"))("page") };
}

export default async function ClassForecast({ params, searchParams }: PageProps<"/classes/[classId]/forecast">) {
  const [{ classId }, { term }] = await Promise.all([params, searchParams]);
  return <ClassForecastPage classId={classId} termId={typeof term === "string" ? term : null} />;
}

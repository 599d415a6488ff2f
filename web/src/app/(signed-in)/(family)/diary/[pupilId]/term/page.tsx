import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PupilTermPage } from "@/features/pupil-term/pupil-term-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("diary"))("term.title") };
}

export default async function Term({ params, searchParams }: PageProps<"/diary/[pupilId]/term">) {
  const [{ pupilId }, { term }] = await Promise.all([params, searchParams]);
  return <PupilTermPage pupilId={pupilId} termId={typeof term === "string" ? term : undefined} />;
}

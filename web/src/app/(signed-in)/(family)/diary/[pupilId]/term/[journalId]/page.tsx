import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TermMarkPage } from "@/features/pupil-term/term-mark-page";

type Props = PageProps<"/diary/[pupilId]/term/[journalId]">;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("termMark"))("termMark") };
}

export default async function TermMark({ params, searchParams }: Props) {
  const [{ pupilId, journalId }, { term }] = await Promise.all([params, searchParams]);
  return <TermMarkPage pupilId={pupilId} journalId={journalId} termId={typeof term === "string" ? term : ""} />;
}

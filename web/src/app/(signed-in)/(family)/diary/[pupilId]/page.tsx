import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AnnouncementsBlock } from "@/features/announcements/announcements-block";
import { DiaryWeekPage } from "@/features/diary-week/diary-week-page";
import { parseSchoolDate } from "@/ui/school-date";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("diary"))("title") };
}

export default async function Diary({ params, searchParams }: PageProps<"/diary/[pupilId]">) {
  const [{ pupilId }, { week }] = await Promise.all([params, searchParams]);
  return (
    <>
      <AnnouncementsBlock />
      <DiaryWeekPage pupilId={pupilId} week={parseSchoolDate(week)} />
    </>
  );
}

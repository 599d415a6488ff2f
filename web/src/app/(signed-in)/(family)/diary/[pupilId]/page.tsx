import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AnnouncementsBlock } from "@/features/announcements/announcements-block";
import { DiaryMomentForm, DiaryMomentNote } from "@/features/diary-moment/diary-moment";
import { DiaryWeekPage } from "@/features/diary-week/diary-week-page";
import { frameMarkFor } from "@/features/mark-questions/frame-mark";
import { parseSchoolDate } from "@/ui/school-date";
import { parseSchoolMoment } from "@/ui/school-moment";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("diary"))("title") };
}

export default async function Diary({ params, searchParams }: PageProps<"/diary/[pupilId]">) {
  const [{ pupilId }, { week, at: typed }] = await Promise.all([params, searchParams]);
  const at = parseSchoolMoment(typed) ?? null;
  return (
    <>
      {at ? <DiaryMomentNote at={at} /> : <AnnouncementsBlock width={1180} />}
      <DiaryWeekPage pupilId={pupilId} week={parseSchoolDate(week)} at={at} frameMark={at ? undefined : await frameMarkFor(pupilId)} />
      <DiaryMomentForm key={at} at={at} />
    </>
  );
}

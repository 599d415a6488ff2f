import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AnnouncementsBlock } from "@/features/announcements/announcements-block";
import { MyDayPage } from "@/features/my-day/my-day-page";
import { parseSchoolDate } from "@/ui/school-date";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("myDay"))("title") };
}

export default async function Day({ searchParams }: PageProps<"/day">) {
  return (
    <>
      <AnnouncementsBlock />
      <MyDayPage date={parseSchoolDate((await searchParams).date)} />
    </>
  );
}

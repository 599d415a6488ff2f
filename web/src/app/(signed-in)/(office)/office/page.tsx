import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AnnouncementsBlock } from "@/features/announcements/announcements-block";
import { OfficePage } from "@/features/office/office-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("office"))("title") };
}

export default function Office() {
  return (
    <>
      <AnnouncementsBlock width={1240} />
      <OfficePage />
    </>
  );
}

import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NoticeSettingsPage } from "@/features/notice-settings/notice-settings-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("noticeSettings"))("title") };
}

export default function NoticeSettings() {
  return <NoticeSettingsPage />;
}

import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ReportsPage } from "@/features/messages/reports-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("messages"))("reports.title") };
}

export default function MessageReports() {
  return <ReportsPage />;
}

import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AnnouncementsBlock } from "@/features/announcements/announcements-block";
import { ClassPage } from "@/features/class-page/class-page";
import { parseSchoolDate } from "@/ui/school-date";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("classPage"))("title", { label: "" }) };
}

export default async function SchoolClass({ params, searchParams }: PageProps<"/classes/[classId]">) {
  const [{ classId }, { date, term, year }] = await Promise.all([params, searchParams]);
  return (
    <>
      <AnnouncementsBlock width={1400} />
      <ClassPage
        classId={classId}
        date={parseSchoolDate(date)}
        termId={typeof term === "string" ? term : undefined}
        showsYear={year !== undefined}
      />
    </>
  );
}

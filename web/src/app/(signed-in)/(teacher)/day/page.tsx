import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AnnouncementsBlock } from "@/features/announcements/announcements-block";
import { WorksOfDay } from "@/features/control-works/works-of-day";
import { WaitingQuestions } from "@/features/mark-questions/waiting-questions";
import { MyDayPage } from "@/features/my-day/my-day-page";
import { FeatureMessages } from "@/messages/feature-messages";
import { parseSchoolDate } from "@/ui/school-date";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("myDay"))("title") };
}

export default async function Day({ searchParams }: PageProps<"/day">) {
  const questions = (
    <FeatureMessages of={["markQuestions"]}>
      <WaitingQuestions />
    </FeatureMessages>
  );
  const date = parseSchoolDate((await searchParams).date);
  return (
    <>
      <AnnouncementsBlock width={960} />
      <MyDayPage date={date} ways={questions} />
      <WorksOfDay date={date} />
    </>
  );
}

import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DiaryMomentForm, DiaryMomentNote } from "@/features/diary-moment/diary-moment";
import { frameMarkFor, WayToQuestions } from "@/features/mark-questions/frame-mark";
import { PupilTermPage } from "@/features/pupil-term/pupil-term-page";
import { parseSchoolMoment } from "@/ui/school-moment";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("diary"))("term.title") };
}

export default async function Term({ params, searchParams }: PageProps<"/diary/[pupilId]/term">) {
  const [{ pupilId }, { term, at: typed }] = await Promise.all([params, searchParams]);
  const at = parseSchoolMoment(typed) ?? null;
  return (
    <>
      {at && <DiaryMomentNote at={at} />}
      <PupilTermPage
        pupilId={pupilId}
        termId={typeof term === "string" ? term : undefined}
        at={at}
        frameMark={at ? undefined : await frameMarkFor(pupilId)}
        ways={<WayToQuestions pupilId={pupilId} />}
      />
      <DiaryMomentForm key={at} at={at} />
    </>
  );
}

"use client";

import dynamic from "next/dynamic";
import { useLocale } from "next-intl";
import { useEffect } from "react";
import { JournalPage } from "@/features/journal-page/journal-page";
import type { JournalPageProps } from "@/features/journal-page/journal-work";
import { onDemand, TextsOnDemand } from "@/messages/texts-on-demand";
import { whenIdle } from "@/ui/when-idle";

const loadForm = () => import("@/features/lesson-form/lesson-form");
const LessonForm = dynamic(() => loadForm().then((module) => module.LessonForm), { ssr: false });

const formTexts = onDemand(async (locale) => ({
  lessonForm: (locale === "en" ? await import("@/messages/en/lesson-form.json") : await import("@/messages/ru/lesson-form.json")).default,
}));

/** The journal with the lesson's form beside it: two features that know nothing of each other meet here. */
export function JournalScreen(props: Omit<JournalPageProps, "renderLesson">) {
  const locale = useLocale();
  useEffect(() => whenIdle(() => Promise.all([loadForm(), formTexts(locale)]).then(() => undefined)), [locale]);
  return (
    <JournalPage
      {...props}
      renderLesson={(lesson) => (
        <TextsOnDemand texts={formTexts}>
          <LessonForm key={lesson.open.lesson.id} accountId={props.accountId} {...lesson} />
        </TextsOnDemand>
      )}
    />
  );
}

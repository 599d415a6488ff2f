"use client";

import { IconMessageQuestion } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useNews } from "@/graphql/news";
import { LinkButton } from "@/ui/link-button";

/** The way to a teacher's questions, with how many wait for an answer. */
export function WaitingQuestions() {
  const t = useTranslations("markQuestions");
  const { counts } = useNews();
  return (
    <LinkButton
      href="/questions"
      variant={counts.questions > 0 ? "light" : "default"}
      leftSection={<IconMessageQuestion size={18} aria-hidden />}
    >
      {counts.questions > 0 ? t("waiting", { count: counts.questions }) : t("title")}
    </LinkButton>
  );
}

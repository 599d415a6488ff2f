import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { StaffQuestions } from "@/features/mark-questions/staff-questions";
import { FeatureMessages } from "@/messages/feature-messages";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("markQuestions"))("title") };
}

export default function Questions({ children }: { children: ReactNode }) {
  return (
    <FeatureMessages of={["markQuestions", "words"]}>
      <StaffQuestions>{children}</StaffQuestions>
    </FeatureMessages>
  );
}

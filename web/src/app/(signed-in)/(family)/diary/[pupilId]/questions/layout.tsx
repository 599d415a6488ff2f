import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { FamilyQuestions } from "@/features/mark-questions/family-questions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("markQuestions"))("title") };
}

export default async function Questions({ children, params }: { children: ReactNode; params: Promise<{ pupilId: string }> }) {
  return <FamilyQuestions pupilId={(await params).pupilId}>{children}</FamilyQuestions>;
}

import type { Metadata, Viewport } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { MessagesLayout } from "@/features/messages/messages-layout";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("messages"))("title") };
}

/** The keyboard of a phone makes the page smaller: the composer stays above it. */
export const viewport: Viewport = { interactiveWidget: "resizes-content" };

export default function Messages({ children }: { children: ReactNode }) {
  return <MessagesLayout>{children}</MessagesLayout>;
}

import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NewMessagePage } from "@/features/messages/new-message-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("messages"))("new") };
}

export default async function NewConversation({ searchParams }: PageProps<"/messages/new">) {
  return <NewMessagePage address={await searchParams} />;
}

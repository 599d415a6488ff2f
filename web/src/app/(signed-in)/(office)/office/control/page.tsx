import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BoardPage } from "@/features/control-board/board-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("controlBoard"))("title") };
}

export default async function Control({ searchParams }: PageProps<"/office/control">) {
  const asked = await searchParams;
  const one = (name: string): string | null => (typeof asked[name] === "string" && asked[name] ? asked[name] : null);
  return (
    <BoardPage
      chosen={{
        term: one("term"),
        class: one("class"),
        teacher: one("teacher"),
        subject: one("subject"),
        problems: asked.problems !== undefined,
        after: one("after"),
      }}
    />
  );
}

import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/ui/link-button";
import { ServicePage } from "@/ui/service-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("shell"))("notFoundTitle") };
}

export default async function NotFound() {
  const t = await getTranslations("shell");
  return (
    <main>
      <ServicePage title={t("notFoundTitle")} text={t("notFoundText")}>
        <LinkButton href="/">{t("toHome")}</LinkButton>
      </ServicePage>
    </main>
  );
}

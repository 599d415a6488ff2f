import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { portalSections } from "@/features/shell/portal-sections";
import { requireViewer } from "@/graphql/viewer";
import { ServicePage } from "@/ui/service-page";

/** Sends each viewer to the home of their first role. */
export default async function Home() {
  const home = portalSections(await requireViewer())[0];
  if (home) redirect(home.href);
  const t = await getTranslations("shell");
  return <ServicePage title={t("noSectionsTitle")} text={t("noSectionsText")} />;
}

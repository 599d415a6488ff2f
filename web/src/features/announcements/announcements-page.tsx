import { getTranslations } from "next-intl/server";
import { AnnouncementsDocument, AudienceChoicesDocument, SentAnnouncementsDocument } from "@/graphql/generated/graphql";
import { readForPage } from "@/graphql/read-for-page";
import { FeatureMessages } from "@/messages/feature-messages";
import { ProblemPage } from "@/ui/error-page";
import { LinkButton } from "@/ui/link-button";
import { PortalLink } from "@/ui/portal-link";
import { ReceivedList, SentList } from "./announcement-lists";
import classes from "./announcements.module.css";

/** What the viewer received, or sent; who may address nobody has no second part. */
export async function AnnouncementsPage({ part }: { part: "received" | "sent" }) {
  const [t, choices] = await Promise.all([getTranslations("announcements"), readForPage(AudienceChoicesDocument, {})]);
  const maySend = (choices.data?.audienceChoices.length ?? 0) > 0;
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <h1>{t("title")}</h1>
        {maySend && <LinkButton href="/announcements/new">{t("publish")}</LinkButton>}
      </div>
      {maySend && (
        <nav className={classes.parts} aria-label={t("parts")}>
          {(["received", "sent"] as const).map((other) => (
            <PortalLink key={other} href={ADDRESS[other]} aria-current={other === part ? "page" : undefined}>
              {t(other)}
            </PortalLink>
          ))}
        </nav>
      )}
      <FeatureMessages of={["announcements"]}>{part === "received" ? <Received /> : <Sent />}</FeatureMessages>
    </div>
  );
}

const ADDRESS = { received: "/announcements", sent: "/announcements/sent" };

async function Received() {
  const { data, problem } = await readForPage(AnnouncementsDocument, { first: 20, after: null });
  if (problem) return <ProblemPage problem={problem} />;
  return <ReceivedList seed={{ variables: { first: 20, after: null }, data }} />;
}

async function Sent() {
  const { data, problem } = await readForPage(SentAnnouncementsDocument, { first: 20, after: null });
  if (problem) return <ProblemPage problem={problem} />;
  return <SentList seed={{ variables: { first: 20, after: null }, data }} />;
}

import { Text, Title } from "@mantine/core";
import { getTranslations } from "next-intl/server";
import { AssessmentRulesPageDocument } from "@/graphql/generated/graphql";
import { readForPage } from "@/graphql/read-for-page";
import { requireViewer } from "@/graphql/viewer";
import { FeatureMessages } from "@/messages/feature-messages";
import { ProblemPage } from "@/ui/error-page";
import { PortalLink } from "@/ui/portal-link";
import { formatDate } from "@/ui/school-date";
import { RulesForm } from "./rules-form";
import classes from "./rules-form.module.css";

/** The school's rules of assessment on a day, and its versions by date. Everybody of the school may read them: marks follow from them. */
export async function RulesPage({ on }: { on: string | null }) {
  const [{ data, problem }, viewer, t] = await Promise.all([
    readForPage(AssessmentRulesPageDocument, { on }),
    requireViewer(),
    getTranslations("assessmentRules"),
  ]);
  if (problem) return <ProblemPage problem={problem} />;
  const mayChange = viewer.roles.some(({ role }) => role === "DEPUTY" || role === "DIRECTOR");
  const { assessmentRules: card, subjects, me } = data;
  const { today } = me!;
  return (
    <div className={classes.page}>
      <Title order={1} size="h2">
        {t("title")}
      </Title>
      <Text c="dimmed">{t("about")}</Text>
      <Text>
        {card.validFrom ? t("shown", { date: formatDate(card.validFrom), isPlanned: String(card.validFrom > today) }) : t("defaults")}
      </Text>
      {card.versions.length > 1 && (
        <nav aria-label={t("versions")}>
          <ul className={classes.versions}>
            {card.versions.map((validFrom) => (
              <li key={validFrom}>
                <PortalLink href={`/office/rules?on=${validFrom}`} aria-current={validFrom === card.validFrom ? "page" : undefined}>
                  {t("version", { date: formatDate(validFrom) })}
                </PortalLink>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <FeatureMessages of={["assessmentRules", "words"]}>
        <RulesForm key={`${card.validFrom} ${card.revision}`} card={card} subjects={subjects} today={today} mayChange={mayChange} />
      </FeatureMessages>
    </div>
  );
}

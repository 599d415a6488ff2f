import { Text, Title } from "@mantine/core";
import { IconChevronLeft } from "@tabler/icons-react";
import { getTranslations } from "next-intl/server";
import { TermMarkOfPupilDocument } from "@/graphql/generated/graphql";
import { readForPage } from "@/graphql/read-for-page";
import { ProblemPage } from "@/ui/error-page";
import { ExplainedTerm } from "@/ui/explained-term";
import { LinkButton } from "@/ui/link-button";
import { MarkBadge } from "@/ui/mark-badge";
import { Panel } from "@/ui/panel";
import classes from "./term-mark-page.module.css";

interface TermMarkPageProps {
  pupilId: string;
  journalId: string;
  termId: string;
}

/** How a pupil's term mark in one subject comes out, mark by mark, so that a family can reckon it again with a pencil. */
export async function TermMarkPage(asked: TermMarkPageProps) {
  const { data, problem } = await readForPage(TermMarkOfPupilDocument, { ...asked });
  if (problem) return <ProblemPage problem={problem} />;
  const [t, terms] = await Promise.all([getTranslations("termMark"), getTranslations("diary.term")]);
  const { pupilTerm, termMarkExplained: explained } = data;
  const { pupilName, term, subjects } = pupilTerm;
  const subject = subjects.find(({ explainedIn }) => explainedIn === asked.journalId);
  const { given, suggestion, average, marks } = explained;
  return (
    <div className={classes.page}>
      <nav className={classes.back} data-print-hidden>
        <LinkButton
          href={`/diary/${asked.pupilId}/term?term=${term.id}`}
          variant="subtle"
          size="sm"
          leftSection={<IconChevronLeft size={18} aria-hidden />}
        >
          {t("back")}
        </LinkButton>
      </nav>
      <Title order={1} size="h2">
        {t("title", { subject: subject?.subject ?? t("termMark") })}
      </Title>
      <Text c="dimmed">{[terms(term.kind, { number: term.number }), pupilName, ...(subject?.teachers ?? [])].join(", ")}</Text>
      <dl className={classes.figures}>
        <div>
          <dt>{t("termMark")}</dt>
          <dd>{given ? <MarkBadge value={given.value} /> : <span className={classes.quiet}>{t("notGiven")}</span>}</dd>
        </div>
        {suggestion && (
          <div>
            <dt>{t("suggested")}</dt>
            <dd>
              <MarkBadge value={suggestion.value} />
            </dd>
          </div>
        )}
        {average && (
          <div>
            <dt>{t("average")}</dt>
            <dd>{average.replace(".", ",")}</dd>
          </div>
        )}
      </dl>
      <Panel title={t("account")}>
        {marks.length === 0 && <Text c="dimmed">{t("noMarks")}</Text>}
        <ExplainedTerm explanation={explained} />
      </Panel>
    </div>
  );
}

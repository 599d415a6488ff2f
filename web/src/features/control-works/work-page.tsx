import { Group, Text, Title } from "@mantine/core";
import { getTranslations } from "next-intl/server";
import { ControlWorkDocument, type ControlWorkQuery } from "@/graphql/generated/graphql";
import { readForPage } from "@/graphql/read-for-page";
import { requireViewer } from "@/graphql/viewer";
import { FeatureMessages } from "@/messages/feature-messages";
import { ProblemPage } from "@/ui/error-page";
import { LinkButton } from "@/ui/link-button";
import { Panel } from "@/ui/panel";
import { formatDate } from "@/ui/school-date";
import { PrintButton } from "./print-button";
import { ResitForm } from "./resit-form";
import { ResultList } from "./result-list";
import { workName } from "./work-name";
import { WorkFigures } from "./work-figures";
import classes from "./work-page.module.css";

export type ControlWork = ControlWorkQuery["controlWork"];

/** One control work: how it went, who lacks a mark, who is to resit it and when. Prints as the list of results. */
export async function WorkPage({ journalId, assessmentId }: { journalId: string; assessmentId: string }) {
  const { data, problem } = await readForPage(ControlWorkDocument, { journalId, assessmentId });
  if (problem) return <ProblemPage problem={problem} />;
  const work = data.controlWork;
  const [t, words, { accountId, today }] = await Promise.all([getTranslations("controlWorks"), getTranslations("words"), requireViewer()]);
  const absent = work.pupils.filter(({ owed, resit }) => owed === "RESIT" || (owed === "MARKED" && resit));
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <div>
          <Title order={1} size="h2">
            {workName(words(`workKind.${work.kind}`), work.title)}
          </Title>
          <Text c="dimmed">{[work.subject, work.className, formatDate(work.date), work.teacher].join(" · ")}</Text>
        </div>
        <Group gap="xs" data-print-hidden>
          <LinkButton
            href={`/journals/${work.journalId}?lesson=${work.lessonId}`}
            variant={work.figures.lacking > 0 ? "filled" : "default"}
          >
            {t("toCell")}
          </LinkButton>
          <FeatureMessages of={["controlWorks"]}>
            <PrintButton />
          </FeatureMessages>
        </Group>
      </div>
      <Lacking work={work} />
      <div className={classes.columns}>
        <Panel title={t("results")}>
          <WorkFigures work={work} />
        </Panel>
        <div data-print-hidden>
          <Panel title={t("resits")}>
            {absent.length === 0 ? (
              <p className={classes.quiet}>{t("noAbsent")}</p>
            ) : (
              <FeatureMessages of={["controlWorks", "words"]}>
                <ResitForm work={work} pupils={absent} accountId={accountId} today={today} />
              </FeatureMessages>
            )}
          </Panel>
        </div>
      </div>
      <div className={classes.list}>
        <Panel title={t("list")}>
          <ResultList pupils={work.pupils} />
        </Panel>
      </div>
    </div>
  );
}

/** Who was there and has no mark, by name: with any of them the work is not complete. */
async function Lacking({ work: { pupils, figures } }: { work: ControlWork }) {
  const t = await getTranslations("controlWorks");
  const lacking = pupils.filter(({ owed }) => owed === "LACKS_MARK");
  if (lacking.length > 0) {
    return (
      <p className={classes.lacking} role="note" data-print-hidden>
        <strong>{t("lacking", { count: lacking.length })}</strong> {lacking.map(({ name }) => name).join(", ")}
      </p>
    );
  }
  return (
    <p className={classes.complete} data-print-hidden>
      {t(figures.absent > 0 ? "completeButResits" : "complete")}
    </p>
  );
}

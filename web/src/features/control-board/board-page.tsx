import { Group, Text, Title } from "@mantine/core";
import { getTranslations } from "next-intl/server";
import { ControlBoardDocument, type ControlBoardQuery } from "@/graphql/generated/graphql";
import { readForPage } from "@/graphql/read-for-page";
import { EmptyState } from "@/ui/empty-state";
import { ProblemPage } from "@/ui/error-page";
import { FigureList } from "@/ui/figure-list";
import { LinkButton } from "@/ui/link-button";
import { Panel } from "@/ui/panel";
import { formatDate } from "@/ui/school-date";
import { addressOf, type Chosen } from "./board-address";
import { BoardFilters } from "./board-filters";
import classes from "./board-page.module.css";
import { BoardTable } from "./board-table";

const AT_ONCE = 50;

export type Board = ControlBoardQuery["controlBoard"];

/** What the deputy controls in a term [3.4.4]: for now the control works. */
export async function BoardPage({ chosen }: { chosen: Chosen }) {
  const filter = { classId: chosen.class, teacherId: chosen.teacher, subjectId: chosen.subject, onlyProblems: chosen.problems };
  const { data, problem } = await readForPage(ControlBoardDocument, { termId: chosen.term, filter, first: AT_ONCE, after: chosen.after });
  if (problem) return <ProblemPage problem={problem} />;
  const t = await getTranslations("controlBoard");
  const { term, terms, controlWorks } = data.controlBoard;
  const { total, nodes, pageInfo, journalCount } = controlWorks;
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <div>
          <Title order={1} size="h2">
            {t("title")}
          </Title>
          <Text c="dimmed">{t("span", { from: formatDate(term.startsOn), to: formatDate(term.endsOn) })}</Text>
        </div>
        <Group gap={6} component="nav" aria-label={t("terms")} data-print-hidden>
          {terms.map(({ id, kind, number }) => (
            <LinkButton
              key={id}
              href={addressOf({ ...chosen, term: id, after: null })}
              variant={id === term.id ? "light" : "default"}
              size="sm"
              aria-current={id === term.id ? "page" : undefined}
            >
              {t(`kind.${kind}`, { number })}
            </LinkButton>
          ))}
        </Group>
      </div>
      <Panel title={t("controlWorks")}>
        <Text size="sm" c="dimmed" mb="sm">
          {t("clause")}
        </Text>
        <FigureList
          label={t("total")}
          figures={[
            { value: total.planned, text: t("planned", { count: total.planned }) },
            { value: total.held, text: t("held", { count: total.held }) },
            { value: total.notHeld, text: t("notHeld", { count: total.notHeld }) },
            { value: total.incomplete, text: t("incomplete", { count: total.incomplete }) },
            { value: total.resits, text: t("resits", { count: total.resits }) },
            { value: total.overdue, text: t("overdue", { count: total.overdue }) },
          ]}
        />
        <BoardFilters chosen={chosen} schoolClasses={data.classes} subjects={data.subjects} />
        {nodes.length === 0 ? (
          <EmptyState
            title={t(chosen.problems ? "noProblemsTitle" : "emptyTitle")}
            text={t(chosen.problems ? "noProblemsText" : "emptyText")}
          />
        ) : (
          <BoardTable journals={nodes} chosen={chosen} />
        )}
        <Group mt="md" gap="md">
          {pageInfo.hasNextPage && (
            <LinkButton href={addressOf({ ...chosen, after: pageInfo.endCursor ?? null })} variant="default">
              {t("nextPage")}
            </LinkButton>
          )}
          <Text c="dimmed" size="sm">
            {t("journalCount", { count: journalCount })}
          </Text>
        </Group>
      </Panel>
    </div>
  );
}

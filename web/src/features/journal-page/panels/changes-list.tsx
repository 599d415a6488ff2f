import { useQuery } from "@apollo/client/react";
import { Button, Loader, Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { JournalChangesDocument, type JournalChangesQuery } from "@/graphql/generated/graphql";
import { InlineError } from "@/ui/inline-error";
import { formatDate } from "@/ui/school-date";
import { markedCells, type MarkedCells } from "../cells/marked-cells";
import type { PageAssessment } from "../page/page-model";
import classes from "./changes-list.module.css";
import { HistoryList } from "./history-list";

interface ChangesListProps {
  journalId: string;
  /** The two moments, as instants; the second null: now. */
  from: string;
  to: string | null;
  works: readonly PageAssessment[];
  onChanged: (cells: MarkedCells) => void;
}

/** How the journal differs between two moments: each cell once, with its steps. The cells of the page are marked in the grid meanwhile. */
export function ChangesList({ journalId, from, to, works, onChanged }: ChangesListProps) {
  const t = useTranslations("journalPanels");
  const variables = { journalId, from, to };
  const { data, loading, error, refetch, fetchMore } = useQuery(JournalChangesDocument, { variables, fetchPolicy: "no-cache" });
  const changes = data?.journalChanges;

  useEffect(() => {
    if (changes) onChanged(markedCells(changes.nodes, works));
    return () => onChanged(null);
  }, [changes, works, onChanged]);

  const readMore = () =>
    void fetchMore({
      variables: { after: changes?.pageInfo.endCursor },
      updateQuery: (before, { fetchMoreResult: next }) => ({
        ...next,
        journalChanges: { ...next.journalChanges, nodes: [...before.journalChanges.nodes, ...next.journalChanges.nodes] },
      }),
    });

  if (error) return <InlineError error={error} onRetry={() => void refetch()} />;
  if (!changes) return loading ? <Loader size="sm" /> : null;
  if (changes.nodes.length === 0) return <Text c="dimmed">{t("moment.nothingChanged")}</Text>;
  const nodes = new Map(changes.nodes.map((node) => [node.id, node]));
  const entries = changes.nodes.map((node) => ({
    ...node,
    pupil: [node.date && formatDate(node.date), node.pupil].filter(Boolean).join(" · "),
  }));
  return (
    <>
      <HistoryList entries={entries} works={works} showsPupils>
        {(id) => <Steps change={nodes.get(id)} works={works} />}
      </HistoryList>
      {changes.pageInfo.hasNextPage && (
        <Button variant="default" size="xs" mt="sm" onClick={readMore}>
          {t("history.more")}
        </Button>
      )}
    </>
  );
}

function Steps({
  change,
  works,
}: {
  change: JournalChangesQuery["journalChanges"]["nodes"][number] | undefined;
  works: readonly PageAssessment[];
}) {
  const t = useTranslations("journalPanels");
  if (!change || change.stepCount < 2) return null;
  const { thing, assessmentId } = change;
  return (
    <details className={classes.steps}>
      <summary>{t("moment.steps", { count: change.stepCount })}</summary>
      <HistoryList
        entries={change.steps.map((step) => ({ ...step, thing, assessmentId, pupil: null }))}
        works={works}
        showsPupils={false}
      />
    </details>
  );
}

import { useQuery } from "@apollo/client/react";
import { Button, Loader, Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import { LessonHistoryDocument } from "@/graphql/generated/graphql";
import { InlineError } from "@/ui/inline-error";
import { formatDate } from "@/ui/school-date";
import { SidePanel } from "@/ui/side-panel";
import type { PageAssessment, PageLesson, PagePupil } from "../page/page-model";
import { HistoryList } from "./history-list";

interface HistoryPanelProps {
  journalId: string;
  lesson: PageLesson;
  /** Whose cell; null: everything of the lesson. */
  pupil: PagePupil | null;
  works: readonly PageAssessment[];
  onWholeLesson: () => void;
  onClose: () => void;
}

/** Who changed what and when: of one cell, or of a whole lesson. */
export function HistoryPanel({ journalId, lesson, pupil, works, onWholeLesson, onClose }: HistoryPanelProps) {
  const t = useTranslations("journalPanels");
  const date = formatDate(lesson.date);
  const variables = { journalId, lessonId: lesson.id, pupilId: pupil?.pupilId ?? null };
  const { data, loading, error, refetch, fetchMore } = useQuery(LessonHistoryDocument, { variables, fetchPolicy: "network-only" });
  const history = data?.lessonHistory;

  const readMore = () =>
    void fetchMore({
      variables: { after: history?.pageInfo.endCursor },
      updateQuery: (before, { fetchMoreResult: next }) => ({
        ...next,
        lessonHistory: { ...next.lessonHistory, nodes: [...before.lessonHistory.nodes, ...next.lessonHistory.nodes] },
      }),
    });

  return (
    <SidePanel
      title={pupil ? t("history.ofCell", { name: pupil.name, date }) : t("history.ofLesson", { date })}
      closeLabel={t("close")}
      onClose={onClose}
    >
      {error && <InlineError error={error} onRetry={() => void refetch()} />}
      {loading && !history && <Loader size="sm" />}
      {history?.nodes.length === 0 && <Text c="dimmed">{t("history.empty")}</Text>}
      {history && <HistoryList entries={history.nodes} works={works} showsPupils={pupil === null} />}
      {history?.pageInfo.hasNextPage && (
        <Button variant="default" size="xs" mt="sm" onClick={readMore}>
          {t("history.more")}
        </Button>
      )}
      {pupil && (
        <Button variant="subtle" size="compact-sm" mt="md" onClick={onWholeLesson}>
          {t("history.ofWholeLesson")}
        </Button>
      )}
    </SidePanel>
  );
}

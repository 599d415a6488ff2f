import { Button, Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import { JournalListDocument, type JournalListQuery, type JournalListQueryVariables } from "@/graphql/generated/graphql";
import { useSeededQuery, type Seed } from "@/graphql/use-seeded-query";
import { EmptyState } from "@/ui/empty-state";
import { InlineError } from "@/ui/inline-error";
import { ShowMore } from "@/ui/show-more";
import classes from "./journal-list.module.css";
import { EVERYTHING, groupBySubject, variablesOfSelection, type JournalSelection } from "./journal-selection";
import { SubjectJournals } from "./subject-journals";

interface FoundJournalsProps {
  seed: Seed<JournalListQuery, JournalListQueryVariables>;
  selection: JournalSelection;
  onReset: (selection: JournalSelection) => void;
}

/** While a new selection is read, the list found before stays, paled. */
export function FoundJournals({ seed, selection, onReset }: FoundJournalsProps) {
  const t = useTranslations("journalList");
  const { shown, loading, error, fetchMore, refetch } = useSeededQuery(JournalListDocument, seed, variablesOfSelection(selection));
  if (error || !shown) return <InlineError error={error} onRetry={() => void refetch()} />;

  const { nodes, pageInfo, totalCount } = shown.journals;
  if (nodes.length === 0) return <NoJournals selection={selection} onReset={onReset} />;
  const showMore = () => void fetchMore({ variables: { after: pageInfo.endCursor } });
  return (
    <div className={classes.found} aria-busy={loading}>
      <Text c="dimmed" size="sm" role="status">
        {t("total", { count: totalCount })}
      </Text>
      {groupBySubject(nodes).map((subject) => (
        <SubjectJournals key={subject.id} name={subject.name} journals={subject.journals} />
      ))}
      {pageInfo.hasNextPage && <ShowMore shown={nodes.length} total={totalCount} reading={loading} onMore={showMore} />}
    </div>
  );
}

function NoJournals({ selection, onReset }: Omit<FoundJournalsProps, "seed">) {
  const t = useTranslations("journalList");
  const narrowed = Object.values(selection).some((value) => value !== "");
  if (!narrowed) return <EmptyState title={t("noneTitle")} text={t("noneText")} />;
  return (
    <EmptyState title={t("nothingTitle")} text={t("nothingText")}>
      <Button variant="default" onClick={() => onReset(EVERYTHING)}>
        {t("reset")}
      </Button>
    </EmptyState>
  );
}

import { Button, Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DataTable } from "@/ui/data-table";
import { EmptyState } from "@/ui/empty-state";
import { InlineError } from "@/ui/inline-error";
import { SearchField } from "@/ui/search-field";
import { ShowMore } from "@/ui/show-more";
import classes from "./people.module.css";

interface Connection<Person> {
  nodes: readonly Person[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  totalCount: number;
}

interface PeopleListProps<Person> {
  search: string;
  onSearch: (search: string) => void;
  found: Connection<Person> | undefined;
  titleOf: (count: number) => string;
  columns: readonly string[];
  cellsOf: (person: Person) => readonly ReactNode[];
  reading: boolean;
  error: unknown;
  onMore: (after: string | null) => void;
  onRetry: () => void;
}

/** The search, how many it finds, the people themselves, and the next part of them. */
export function PeopleList<Person extends { id: string }>({ search, onSearch, ...list }: PeopleListProps<Person>) {
  const t = useTranslations("admin");
  return (
    <>
      <search className={classes.search}>
        <SearchField hint={t("peopleHint")} value={search} onChange={onSearch} />
      </search>
      <Found {...list} onShowAll={() => onSearch("")} />
    </>
  );
}

type FoundProps<Person> = Omit<PeopleListProps<Person>, "search" | "onSearch"> & { onShowAll: () => void };

function Found<Person extends { id: string }>(props: FoundProps<Person>) {
  const { found, titleOf, columns, cellsOf, reading, error, onMore, onRetry, onShowAll } = props;
  const t = useTranslations("admin");
  if (error || !found) return <InlineError error={error} onRetry={onRetry} />;
  if (found.nodes.length === 0) {
    return (
      <EmptyState title={t("nobodyTitle")} text={t("nobodyText")}>
        <Button variant="default" onClick={onShowAll}>
          {t("showAll")}
        </Button>
      </EmptyState>
    );
  }
  const { nodes, pageInfo, totalCount } = found;
  const title = titleOf(totalCount);
  return (
    <div className={classes.found} aria-busy={reading}>
      <Text c="dimmed" size="sm" role="status" mb="xs">
        {title}
      </Text>
      <DataTable label={title} columns={columns} rows={nodes.map((person) => ({ id: person.id, cells: cellsOf(person) }))} />
      {pageInfo.hasNextPage && (
        <ShowMore shown={nodes.length} total={totalCount} reading={reading} onMore={() => onMore(pageInfo.endCursor)} />
      )}
    </div>
  );
}

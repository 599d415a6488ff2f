"use client";

import { useDebouncedValue } from "@mantine/hooks";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { JournalListChoicesQuery, JournalListQuery, JournalListQueryVariables } from "@/graphql/generated/graphql";
import type { Seed } from "@/graphql/use-seeded-query";
import { FoundJournals } from "./found-journals";
import classes from "./journal-list.module.css";
import { JournalListFilter } from "./journal-list-filter";
import { addressOfSelection, type JournalSelection } from "./journal-selection";

interface JournalListProps {
  initial: JournalSelection;
  seed: Seed<JournalListQuery, JournalListQueryVariables>;
  choices: JournalListChoicesQuery | undefined;
}

/** The filter above, what it finds below; the list follows the typing after a breath. */
export function JournalList({ initial, seed, choices }: JournalListProps) {
  const t = useTranslations("journalList");
  const [selection, setSelection] = useState(initial);
  const [settled] = useDebouncedValue(selection, TYPING_PAUSE);
  useEffect(() => window.history.replaceState(null, "", addressOfSelection(settled)), [settled]);
  return (
    <div className={classes.page}>
      <h1 className={classes.title}>{t("title")}</h1>
      <JournalListFilter choices={choices} selection={selection} onChange={setSelection} />
      <FoundJournals seed={seed} selection={settled} onReset={setSelection} />
    </div>
  );
}

const TYPING_PAUSE = 250;

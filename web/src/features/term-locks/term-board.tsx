"use client";

import { Button, Group } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { TermLockBoardDocument, type TermLockBoardQuery, type TermLockBoardQueryVariables } from "@/graphql/generated/graphql";
import { useSeededQuery, type Seed } from "@/graphql/use-seeded-query";
import { InlineError } from "@/ui/inline-error";
import { Panel } from "@/ui/panel";
import { BoardTable } from "./board-table";
import { CloseDialog, LiftDialog, OpenDialog } from "./board-dialogs";
import { chosenPlaces, lockOf, type BoardPlace } from "./board-places";
import classes from "./term-locks.module.css";

interface TermBoardProps {
  seed: Seed<TermLockBoardQuery, TermLockBoardQueryVariables>;
  mayChange: boolean;
}

/** Terms across, classes down: what is closed. Places are ticked, one or many, and then closed or opened together. */
export function TermBoard({ seed, mayChange }: TermBoardProps) {
  const t = useTranslations("termLocks");
  const { shown, error, refetch } = useSeededQuery(TermLockBoardDocument, seed, {});
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState<"CLOSE" | "OPEN" | "LIFT" | null>(null);
  const board = shown?.termLockBoard;
  if (!board) return error ? <InlineError error={error} onRetry={() => void refetch()} /> : null;
  const places = chosenPlaces(board, chosen);
  const [only] = places;
  const lock = places.length === 1 && only ? lockOf(board, only) : null;
  const toggle = (keys: readonly string[]) => {
    const all = keys.every((key) => chosen.has(key));
    setChosen(new Set(all ? [...chosen].filter((key) => !keys.includes(key)) : [...chosen, ...keys]));
  };
  const close = () => {
    setAsked(null);
    setChosen(new Set());
  };
  const canChange = mayChange && !board.yearIsClosed;
  return (
    <Panel title={t("board.title", { year: board.yearName })}>
      {board.yearIsClosed && <p className={classes.none}>{t("board.yearIsClosed")}</p>}
      <BoardTable board={board} chosen={chosen} onToggle={canChange ? toggle : null} />
      {canChange && (
        <Group className={classes.actions} gap="xs">
          <Button size="sm" disabled={places.length === 0} onClick={() => setAsked("CLOSE")}>
            {t("board.close", { count: places.length })}
          </Button>
          <Button size="sm" variant="default" disabled={!places.some(({ isLocked }) => isLocked)} onClick={() => setAsked("OPEN")}>
            {t("board.open", { count: places.filter(({ isLocked }) => isLocked).length })}
          </Button>
          {lock && (
            <Button size="sm" variant="subtle" onClick={() => setAsked("LIFT")}>
              {t("board.lift")}
            </Button>
          )}
          <span className={classes.quiet}>{places.length === 0 ? t("board.hint") : t("board.chosen", { count: places.length })}</span>
        </Group>
      )}
      <Dialogs asked={asked} places={places} lock={lock} onDone={close} onClose={() => setAsked(null)} />
    </Panel>
  );
}

interface DialogsProps {
  asked: "CLOSE" | "OPEN" | "LIFT" | null;
  places: readonly BoardPlace[];
  lock: { id: string; version: number } | null;
  onDone: () => void;
  onClose: () => void;
}

function Dialogs({ asked, places, lock, onDone, onClose }: DialogsProps) {
  if (asked === "CLOSE") return <CloseDialog places={places} onDone={onDone} onClose={onClose} />;
  if (asked === "OPEN") return <OpenDialog places={places.filter(({ isLocked }) => isLocked)} onDone={onDone} onClose={onClose} />;
  if (asked === "LIFT" && lock && places[0]) return <LiftDialog place={places[0]} lock={lock} onDone={onDone} onClose={onClose} />;
  return null;
}

"use client";

import { Button, Group } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { TermLockBoardDocument, type TermLockBoardQuery, type TermLockBoardQueryVariables } from "@/graphql/generated/graphql";
import { useSeededQuery, type Seed } from "@/graphql/use-seeded-query";
import { InlineError } from "@/ui/inline-error";
import { Panel } from "@/ui/panel";
import { PlaceActions, type Asked } from "./place-actions";
import { BoardTable } from "./board-table";
import { CloseDialog, LiftDialog, OpenDialog } from "./board-dialogs";
import { chosenPlaces } from "./board-places";
import { JournalsDialog } from "./journals-dialog";
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
  const [asked, setAsked] = useState<Asked | null>(null);
  const board = shown?.termLockBoard;
  if (!board) return error ? <InlineError error={error} onRetry={() => void refetch()} /> : null;
  const places = chosenPlaces(board, chosen);
  const [only] = places;
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
      {canChange && <p className={classes.quiet}>{t("board.hint")}</p>}
      <BoardTable board={board} chosen={chosen} onToggle={canChange ? toggle : null} />
      {canChange && only && (
        <Group className={classes.actions} gap="xs">
          <PlaceActions places={places} onAsk={setAsked} />
          {places.length === 1 && only.ofClass && (
            <Button size="sm" variant="default" onClick={() => setAsked({ what: "JOURNALS", places })}>
              {t("board.journals")}
            </Button>
          )}
          <span className={classes.quiet}>{t("board.chosen", { count: places.length })}</span>
        </Group>
      )}
      {asked && <AskedDialog key={asked.what} asked={asked} onAsk={setAsked} onDone={close} onClose={() => setAsked(null)} />}
    </Panel>
  );
}

interface AskedDialogProps {
  asked: Asked;
  onAsk: (asked: Asked) => void;
  onDone: () => void;
  onClose: () => void;
}

function AskedDialog({ asked: { what, places }, onAsk, ...ends }: AskedDialogProps) {
  const [place] = places;
  if (what === "CLOSE") return <CloseDialog places={places} {...ends} />;
  if (what === "OPEN") return <OpenDialog places={places.filter(({ isLocked }) => isLocked)} {...ends} />;
  if (what === "LIFT" && place?.lock) return <LiftDialog place={place} lock={place.lock} {...ends} />;
  if (what === "JOURNALS" && place) return <JournalsDialog place={place} onAsk={onAsk} onClose={ends.onClose} />;
  return null;
}

"use client";

import { Button, VisuallyHidden } from "@mantine/core";
import { IconChecks, IconKeyboard, IconPrinter } from "@tabler/icons-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { EmptyState } from "@/ui/empty-state";
import { Tag } from "@/ui/tag";
import { CellBar } from "../grid/cell-bar";
import { suggestionsToTake } from "../grid/given-actions";
import { JournalGrid } from "../grid/journal-grid";
import pageClasses from "../journal-page.module.css";
import { OpenPanel } from "../open-panel";
import { unsentCount } from "../outbox/outbox";
import classes from "../page-header.module.css";
import { SaveState } from "../save-state";
import type { JournalSession } from "../store/journal-session";
import { useJournalState, useTotals } from "../store/use-journal";
import { TermSwitch } from "../term-switch";
import { useAnnouncement } from "../use-announcement";
import { useGridPage } from "../use-grid-page";
import type { PackedTotals } from "./pack-totals";
import { TouchKeys } from "./touch-keys";

interface TotalsPageProps {
  packed: PackedTotals;
  accountId: string;
  today: string;
}

const NoteAtCell = dynamic(() => import("../note-at-cell").then((module) => module.NoteAtCell), { ssr: false });

/** The totals of a journal's year: each term, the year, the exam and the final mark, filled by the same keys as the journal. */
export function TotalsPage({ packed, accountId, today }: TotalsPageProps) {
  const t = useTranslations("journalPage");
  const session = useTotals(packed, accountId, today);
  const state = useJournalState(session);
  const { title, pupils } = state.page;
  const [announcement, announce] = useAnnouncement(session);
  const page = useGridPage({ store: session.store, today, lessonId: null, announce });
  useSuggestionsAnew(session);
  const toTake = columnToTake(session, page.selection.active.column);
  return (
    <div className={pageClasses.page}>
      <header className={classes.header} data-totals="">
        <div className={classes.name}>
          <h1>{t("totals.title", { subject: title.subject, className: title.className })}</h1>
          {title.teachers.length > 0 && <p>{t("teachers", { count: title.teachers.length, names: title.teachers.join(", ") })}</p>}
        </div>
        <TermSwitch title={title} at={null} isTotals />
        <div className={classes.tools}>
          {title.mayGiveTermMarks ? (
            <SaveState session={session} onShowProblem={page.showProblem} />
          ) : (
            <Tag tone="quiet">{t("readOnly")}</Tag>
          )}
          {toTake !== null && (
            <Button
              size="xs"
              variant="default"
              leftSection={<IconChecks size={16} aria-hidden />}
              onClick={() => page.open({ kind: "SUGGESTED", column: toTake })}
            >
              {t("takeSuggested")}
            </Button>
          )}
          <Button size="xs" variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => window.print()}>
            {t("print")}
          </Button>
          <Button size="xs" variant="default" leftSection={<IconKeyboard size={16} aria-hidden />} onClick={() => page.run("HELP")}>
            {t("help")}
          </Button>
        </div>
      </header>
      {pupils.length === 0 ? (
        <EmptyState title={t("noPupils")} text={t("noPupilsText")} />
      ) : (
        <div className={pageClasses.work}>
          <div className={pageClasses.table}>
            <CellBar
              session={session}
              at={page.selection.active}
              hint={page.hint}
              onHistory={() => undefined}
              onComment={() => undefined}
              onExplain={page.explain}
            />
            <TouchKeys session={session} page={page} />
            <JournalGrid session={session} today={today} focusRequests={page.focusRequests} selection={page.selection} {...page.gridInput}>
              {(page.note !== null || page.reasonFor !== null || state.outbox.problems.length > 0) && (
                <NoteAtCell session={session} page={page} />
              )}
            </JournalGrid>
          </div>
          {page.panel && (
            <div className={pageClasses.beside}>
              <OpenPanel
                session={session}
                today={today}
                at={null}
                panel={page.panel}
                renderLesson={() => null}
                onOpen={page.open}
                onGoToLesson={() => undefined}
                onClose={page.close}
              />
            </div>
          )}
        </div>
      )}
      <VisuallyHidden role="status" aria-live="polite">
        {announcement}
      </VisuallyHidden>
    </div>
  );
}

/** Where suggested marks can be taken: the active column, else the first that has some; null: nowhere. */
function columnToTake({ store }: JournalSession, active: number): number | null {
  const { summary } = store.getState().page;
  const columns = [active, ...summary.keys()].filter((column) => suggestionsToTake(store, column, true).length > 0);
  return columns[0] ?? null;
}

/** What is suggested for the year follows from the terms: it is asked for again when all that was typed is saved. */
function useSuggestionsAnew(session: JournalSession): void {
  const unsent = unsentCount(useJournalState(session).outbox);
  const before = useRef(unsent);
  useEffect(() => {
    if (before.current > 0 && unsent === 0) session.refresh().catch(() => undefined);
    before.current = unsent;
  }, [session, unsent]);
}

import { Button } from "@mantine/core";
import { IconClipboardCheck, IconHistory, IconMessage2 } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { PortalLink } from "@/ui/portal-link";
import { formatDate } from "@/ui/school-date";
import type { JournalSession } from "../store/journal-session";
import { useJournalState } from "../store/use-journal";
import classes from "./cell-bar.module.css";
import { standing } from "../cells/cell-face";
import { cellKey, type MarkedCells } from "../cells/marked-cells";
import { obstacle } from "../page/page-columns";
import { cellAt } from "./grid-actions";
import type { Position } from "./grid-move";
import { SummaryBar } from "./summary-bar";
import { useMarkWords } from "./use-mark-words";

interface CellBarProps {
  session: JournalSession;
  at: Position;
  /** Cells that were written after the term was closed; left out: none. */
  late?: MarkedCells;
  /** A word about the last stroke, until the next move. */
  hint: string | null;
  onHistory: () => void;
  onComment: () => void;
  /** How the average or the term mark at hand comes out. */
  onExplain: () => void;
}

/** One line over the grid about the active cell, as a spreadsheet has it: whose, of which lesson and work, and what can be done. */
export function CellBar({ session, at, late = null, hint, onHistory, onComment, onExplain }: CellBarProps) {
  const t = useTranslations("journalPage");
  const words = useTranslations("words");
  const markWords = useMarkWords();
  const { page, columns } = useJournalState(session);
  const cell = cellAt(session.store, at);
  const column = columns[at.column];
  if (!column) return <SummaryBar session={session} at={at} hint={hint} onExplain={onExplain} />;

  const { lesson, assessment } = column;
  const kind = assessment && words(`workKind.${assessment.kind}`);
  const work = assessment?.title && assessment.title !== kind ? `${kind}: ${assessment.title}` : kind;
  const absence = cell?.view.attendance.kind;
  const blocked = cell && obstacle(cell.column.lesson, cell.pupil, session.store.today);
  const marks = cell ? standing(cell.view) : [];
  const isLate = cell && late?.has(cellKey(cell.pupil.pupilId, lesson.id, column.number));
  const told = cell ? [...markWords(cell.view, assessment, session.store.today), ...marks.flatMap(({ comment }) => comment ?? [])] : [];
  if (isLate) told.push(t("marks.late"));
  const said = hint ?? (blocked && t(`obstacle.${blocked}`)) ?? told.join(" · ");
  return (
    <div className={classes.bar}>
      {cell && <b className={classes.who}>{cell.pupil.name}</b>}
      <span className={classes.what}>
        {formatDate(lesson.date)}
        {work && ` · ${work}`}
        {` · ${lesson.topic ?? t("noTopic")}`}
        {absence && ` · ${words(`attendance.${absence}`)}`}
      </span>
      {said && <span className={classes.said}>{said}</span>}
      {cell && (
        <span className={classes.actions}>
          {assessment?.mandatory && (
            <Button
              component={PortalLink}
              href={`/journals/${page.title.journalId}/works/${assessment.id}`}
              size="compact-sm"
              variant="subtle"
              color="gray"
              leftSection={<IconClipboardCheck size={16} aria-hidden />}
            >
              {t("controlWork")}
            </Button>
          )}
          <Button size="compact-sm" variant="subtle" color="gray" leftSection={<IconMessage2 size={16} aria-hidden />} onClick={onComment}>
            {t(marks.at(-1)?.value === "DEBT" ? "dayAndComment" : "comment")}
          </Button>
          <Button size="compact-sm" variant="subtle" color="gray" leftSection={<IconHistory size={16} aria-hidden />} onClick={onHistory}>
            {t("history")}
          </Button>
        </span>
      )}
    </div>
  );
}

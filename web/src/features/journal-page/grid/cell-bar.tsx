import { Button } from "@mantine/core";
import { IconHistory, IconMessage2 } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatDate } from "@/ui/school-date";
import type { JournalSession } from "../store/journal-session";
import { useJournalState } from "../store/use-journal";
import classes from "./cell-bar.module.css";
import { cellAt, obstacleAt } from "./grid-actions";
import type { Position } from "./grid-move";

interface CellBarProps {
  session: JournalSession;
  at: Position;
  /** A word about the last stroke, until the next move. */
  hint: string | null;
  onHistory: () => void;
  onComment: () => void;
}

/** One line over the grid about the active cell, as a spreadsheet has it: whose, of which lesson and work, and what can be done. */
export function CellBar({ session, at, hint, onHistory, onComment }: CellBarProps) {
  const t = useTranslations("journalPage");
  const words = useTranslations("words");
  const { page, columns } = useJournalState(session);
  const cell = cellAt(session.store, at);
  const column = columns[at.column];
  if (!column) return <Bar who={page.pupils[at.row]?.name}>{t("explainHint")}</Bar>;

  const { lesson, assessment } = column;
  const kind = assessment && words(`workKind.${assessment.kind}`);
  const work = assessment?.title && assessment.title !== kind ? `${kind}: ${assessment.title}` : kind;
  const absence = cell?.view.attendance.kind;
  const blocked = obstacleAt(session.store, at);
  const said = hint ?? (blocked && t(`obstacle.${blocked}`)) ?? cell?.view.mark.comment;
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
          <Button size="compact-sm" variant="subtle" color="gray" leftSection={<IconMessage2 size={16} aria-hidden />} onClick={onComment}>
            {t("comment")}
          </Button>
          <Button size="compact-sm" variant="subtle" color="gray" leftSection={<IconHistory size={16} aria-hidden />} onClick={onHistory}>
            {t("history")}
          </Button>
        </span>
      )}
    </div>
  );
}

/** In the columns of averages. */
function Bar({ who, children }: { who: string | undefined; children: ReactNode }) {
  return (
    <div className={classes.bar}>
      {who && <b className={classes.who}>{who}</b>}
      <span className={classes.what}>{children}</span>
    </div>
  );
}

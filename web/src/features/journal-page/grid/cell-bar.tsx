import { Button } from "@mantine/core";
import { IconClipboardCheck, IconHistory, IconMessage2 } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { PortalLink } from "@/ui/portal-link";
import { formatDate } from "@/ui/school-date";
import type { JournalSession } from "../store/journal-session";
import { useJournalState } from "../store/use-journal";
import classes from "./cell-bar.module.css";
import { standing } from "../cells/cell-face";
import { termMarkText } from "../cells/cell-value";
import { cellKey, type MarkedCells } from "../cells/marked-cells";
import { obstacle } from "../page/page-columns";
import { termMarkObstacle } from "../page/summary-columns";
import { cellAt } from "./grid-actions";
import { givenAt } from "./given-actions";
import type { Position } from "./grid-move";
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
}

/** One line over the grid about the active cell, as a spreadsheet has it: whose, of which lesson and work, and what can be done. */
export function CellBar({ session, at, late = null, hint, onHistory, onComment }: CellBarProps) {
  const t = useTranslations("journalPage");
  const words = useTranslations("words");
  const markWords = useMarkWords();
  const { page, columns } = useJournalState(session);
  const cell = cellAt(session.store, at);
  const column = columns[at.column];
  if (!column) return <SummaryBar session={session} at={at} hint={hint} />;

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

/** In the columns of averages and of term marks. */
function SummaryBar({ session, at, hint }: Pick<CellBarProps, "session" | "at" | "hint">) {
  const t = useTranslations("journalPage");
  const { page } = useJournalState(session);
  const given = givenAt(session.store, at);
  const blocked = given && termMarkObstacle(given.column, given.pupil, session.store.today);
  const who = page.pupils[at.row]?.name;
  const why =
    blocked === "TOO_EARLY" ? t("obstacle.TOO_EARLY", { date: formatDate(given?.column.from ?? "") }) : blocked && t("obstacle.READ_ONLY");
  const said = hint ?? why ?? given?.view.content.reason;
  return (
    <div className={classes.bar}>
      {who && <b className={classes.who}>{who}</b>}
      <span className={classes.what}>
        {!given && t("explainHint")}
        {given &&
          !blocked &&
          given.view.content.given === null &&
          given.suggested !== null &&
          t("takeHint", { value: termMarkText(given.suggested) })}
      </span>
      {said && <span className={classes.said}>{said}</span>}
    </div>
  );
}

import { Button } from "@mantine/core";
import { IconCalculator } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { formatDate } from "@/ui/school-date";
import { termMarkText } from "../cells/cell-value";
import { termMarkObstacle, totalOf } from "../page/summary-columns";
import type { JournalSession } from "../store/journal-session";
import { useJournalState } from "../store/use-journal";
import classes from "./cell-bar.module.css";
import { explainedTermAt, givenAt, type GivenCell } from "./given-actions";
import type { Position } from "./grid-move";
import { useSummaryNames } from "./use-summary-names";

interface SummaryBarProps {
  session: JournalSession;
  at: Position;
  hint: string | null;
  onExplain: () => void;
}

/** The line over the grid in the columns of averages and of term marks: what comes out and why, and what may be given. */
export function SummaryBar({ session, at, hint, onExplain }: SummaryBarProps) {
  const t = useTranslations("journalPage");
  const { page, columns } = useJournalState(session);
  const pupil = page.pupils[at.row];
  const given = givenAt(session.store, at);
  const name = useSummaryNames(page)[at.column - columns.length];
  return (
    <div className={classes.bar}>
      {pupil && <b className={classes.who}>{pupil.name}</b>}
      {page.suggestions && given && <span className={classes.what}>{name}</span>}
      <Outcome session={session} at={at} given={given} />
      <Said given={given} hint={hint} today={session.store.today} />
      {pupil && explainedTermAt(session.store, at) !== null && (
        <span className={classes.actions}>
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            leftSection={<IconCalculator size={16} aria-hidden />}
            onClick={onExplain}
          >
            {t("explain")}
          </Button>
        </span>
      )}
    </div>
  );
}

/** What comes out by the school's rules. */
function Outcome({ session, at, given }: Pick<SummaryBarProps, "session" | "at"> & { given: GivenCell | null }) {
  const t = useTranslations("journalPage");
  const { page, columns } = useJournalState(session);
  const pupil = page.pupils[at.row];
  const column = page.summary[at.column - columns.length];
  if (!pupil || !column || column.shows === "average") return <span className={classes.what}>{t("explainHint")}</span>;
  const isOpen = given !== null && termMarkObstacle(given.column, pupil, session.store.today) === null;
  const take = isOpen && given.view.content.given === null && given.suggested !== null;
  if (take) return <span className={classes.what}>{t("takeHint", { value: termMarkText(given.suggested!) })}</span>;
  if (!page.suggestions) return given ? null : <span className={classes.what}>{t("explainHint")}</span>;
  if (column.kind !== "YEAR" && column.kind !== "FINAL") return null;
  const total = totalOf(page, column, pupil);
  const mean = total?.mean?.replace(".", ",") ?? "";
  return (
    <span className={classes.what}>
      {total ? t(`totals.cause.${total.cause}`, { mark: termMarkText(total.value), mean }) : t(`totals.notYet.${column.kind}`)}
    </span>
  );
}

/** A word about the last stroke; else why the mark differs, and why it cannot be changed. */
function Said({ given, hint, today }: { given: GivenCell | null; hint: string | null; today: string }) {
  const t = useTranslations("journalPage");
  const reason = given?.view.content.reason;
  const blocked = given && termMarkObstacle(given.column, given.pupil, today);
  const why =
    blocked && (blocked === "TOO_EARLY" ? t("obstacle.TOO_EARLY", { date: formatDate(given.column.from) }) : t(`obstacle.${blocked}`));
  const said = hint ?? [reason && t("givenReason", { reason }), why].filter(Boolean).join(" · ");
  return said ? <span className={classes.said}>{said}</span> : null;
}

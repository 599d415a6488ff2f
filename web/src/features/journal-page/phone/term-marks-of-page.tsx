import { ActionIcon, Button } from "@mantine/core";
import { IconChecks, IconChevronLeft } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { formatDate } from "@/ui/school-date";
import type { Typed } from "../cells/cell-value";
import { acceptsGiven, givenAt, suggestionsToTake } from "../grid/given-actions";
import { accepts, sizeOf, typeInto } from "../grid/grid-actions";
import { nextRow, type Position } from "../grid/grid-move";
import { termMarkObstacle, type GivenColumn } from "../page/summary-columns";
import type { JournalSession } from "../store/journal-session";
import { useJournalState } from "../store/use-journal";
import type { PanelKind } from "../use-panel";
import { GivenItem } from "./given-item";
import classes from "./phone-page.module.css";

interface TermMarksOfPageProps {
  session: JournalSession;
  column: GivenColumn;
  at: Position;
  onGo: (at: Position) => void;
  onOpen: (panel: PanelKind) => void;
  /** Back to the last lesson. */
  onBack: () => void;
}

/** The column of term marks on a phone: what comes out for each pupil, and big buttons to give it. */
export function TermMarksOfPage({ session, column, at, onGo, onOpen, onBack }: TermMarksOfPageProps) {
  const t = useTranslations("journalPage");
  const { store } = session;
  const { page } = useJournalState(session);
  const { term, markingScheme } = page.title;
  const blocked = termMarkObstacle(column, { to: null }, store.today);
  const goDown = (from: Position) => onGo(nextRow(from, sizeOf(store), (next) => accepts(store, next)));
  const typed = (from: Position) => (what: Typed) => {
    typeInto(store, from, what);
    if (what.thing !== "CLEAR") goDown(from);
  };
  return (
    <>
      <div className={classes.steps}>
        <ActionIcon size={44} variant="default" aria-label={t("phone.backToLessons")} onClick={onBack}>
          <IconChevronLeft size={22} aria-hidden />
        </ActionIcon>
        <div className={classes.lesson}>
          <h2>{t("phone.termMarksOf")}</h2>
          <p>
            {t(`term.${term.kind}`, { number: term.number })}
            {blocked && `. ${blocked === "TOO_EARLY" ? t("phone.from", { date: formatDate(column.from) }) : t(`obstacle.${blocked}`)}`}
          </p>
        </div>
        <span className={classes.balance} />
      </div>
      {suggestionsToTake(store, at.column, true).length > 0 && (
        <Button
          fullWidth
          mb={12}
          variant="light"
          leftSection={<IconChecks size={18} aria-hidden />}
          onClick={() => onOpen({ kind: "SUGGESTED", column: at.column })}
        >
          {t("takeSuggested")}
        </Button>
      )}
      <ol className={classes.pupils}>
        {page.pupils.map((pupil, row) => {
          const position = { row, column: at.column };
          const cell = givenAt(store, position);
          if (!cell) return null;
          const isOpen = at.row === row;
          return (
            <GivenItem
              key={`${pupil.pupilId}/${isOpen}`}
              store={store}
              cell={cell}
              number={row + 1}
              scheme={markingScheme}
              isBlocked={!acceptsGiven(store, cell)}
              isOpen={isOpen}
              onOpen={() => onGo(isOpen ? { ...at, row: -1 } : position)}
              onTyped={typed(position)}
              onDone={() => goDown(position)}
              onExplain={() => onOpen({ kind: "AVERAGE", pupilId: pupil.pupilId, termId: term.id })}
            />
          );
        })}
      </ol>
    </>
  );
}

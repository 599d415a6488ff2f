import { Checkbox } from "@mantine/core";
import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { formatDayAndMonth } from "@/ui/school-date";
import { useSchoolClock } from "@/ui/use-school-clock";
import { boardParts, placeKey, type Board, type BoardCell, type BoardClass, type BoardTerm } from "./board-places";
import { termText } from "./place-text";
import classes from "./term-board.module.css";

interface BoardTableProps {
  board: Board;
  chosen: ReadonlySet<string>;
  /** Ticks the places, or clears them when all are ticked; null: nothing can be changed. */
  onToggle: ((keys: readonly string[]) => void) | null;
}

/** One table for quarters, one for half-years: the whole school first, then the classes under their grades. */
export function BoardTable({ board, chosen, onToggle }: BoardTableProps) {
  const t = useTranslations("termLocks");
  return (
    <>
      {boardParts(board).map(({ terms, classes: ofKind }) => (
        <div key={terms[0]?.id} className={classes.scroll} tabIndex={0} role="region" aria-label={t(`board.kind.${terms[0]!.kind}`)}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col" className={classes.name}>
                  {t("board.class")}
                </th>
                {terms.map((term) => (
                  <th key={term.id} scope="col">
                    {termText(t, term)}
                    <small>{`${formatDayAndMonth(term.startsOn)} – ${formatDayAndMonth(term.endsOn)}`}</small>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              <tr className={classes.school}>
                <th scope="row" className={classes.name}>
                  {t("wholeSchool")}
                </th>
                {terms.map((term) => (
                  <SchoolCell key={term.id} term={term} chosen={chosen} onToggle={onToggle} />
                ))}
              </tr>
              {[...Map.groupBy(ofKind, ({ grade }) => grade)].map(([grade, ofGrade]) => (
                <Grade key={grade} grade={grade} ofGrade={ofGrade} terms={terms} chosen={chosen} onToggle={onToggle} />
              ))}
            </tbody>
          </table>
        </div>
      ))}
    </>
  );
}

type CellProps = Pick<BoardTableProps, "chosen" | "onToggle">;

function Grade({ grade, ofGrade, terms, chosen, onToggle }: CellProps & { grade: number; ofGrade: BoardClass[]; terms: BoardTerm[] }) {
  const t = useTranslations("termLocks");
  return (
    <Fragment>
      <tr className={classes.grade}>
        <th scope="rowgroup" className={classes.name}>
          {t("board.grade", { grade })}
        </th>
        {terms.map((term) => {
          const keys = ofGrade.map(({ id }) => placeKey(term.id, id));
          const ticked = keys.filter((key) => chosen.has(key)).length;
          return (
            <td key={term.id}>
              {onToggle && (
                <Checkbox
                  size="xs"
                  label={t("board.allOfGrade")}
                  aria-label={`${t("board.grade", { grade })}, ${termText(t, term)}`}
                  checked={ticked === keys.length}
                  indeterminate={ticked > 0 && ticked < keys.length}
                  onChange={() => onToggle(keys)}
                />
              )}
            </td>
          );
        })}
      </tr>
      {ofGrade.map((ofClass) => (
        <tr key={ofClass.id}>
          <th scope="row" className={classes.name}>
            {ofClass.label}
          </th>
          {terms.map((term) => {
            const cell = ofClass.cells.find(({ termId }) => termId === term.id);
            return cell ? (
              <ClassCell
                key={term.id}
                name={`${ofClass.label}, ${termText(t, term)}`}
                ofClass={ofClass}
                cell={cell}
                chosen={chosen}
                onToggle={onToggle}
              />
            ) : (
              <td key={term.id} />
            );
          })}
        </tr>
      ))}
    </Fragment>
  );
}

function SchoolCell({ term, chosen, onToggle }: CellProps & { term: BoardTerm }) {
  const t = useTranslations("termLocks");
  const { moment } = useSchoolClock();
  const state = !term.lock
    ? t("board.notClosed")
    : term.openUntil
      ? t("board.openUntil", { at: moment(term.openUntil) })
      : t("board.closed");
  return (
    <Place
      name={`${t("wholeSchool")}, ${termText(t, term)}`}
      placeKey={placeKey(term.id, null)}
      tone={!term.lock ? "open" : term.openUntil ? "until" : "closed"}
      state={state}
      details={term.waiting > 0 ? [t("board.waiting", { count: term.waiting })] : []}
      chosen={chosen}
      onToggle={onToggle}
    />
  );
}

function ClassCell({ name, ofClass, cell, chosen, onToggle }: CellProps & { name: string; ofClass: BoardClass; cell: BoardCell }) {
  const t = useTranslations("termLocks");
  const { moment } = useSchoolClock();
  const { isClosed, openUntil, closedJournals, openedJournals, waiting } = cell;
  const details = [
    closedJournals > 0 && t("board.closedJournals", { count: closedJournals }),
    openedJournals > 0 && t("board.openedJournals", { count: openedJournals }),
    waiting > 0 && t("board.waiting", { count: waiting }),
  ].filter((detail) => detail !== false);
  return (
    <Place
      name={name}
      placeKey={placeKey(cell.termId, ofClass.id)}
      tone={isClosed ? "closed" : openUntil ? "until" : "open"}
      state={isClosed ? t("board.closed") : openUntil ? t("board.openUntil", { at: moment(openUntil) }) : t("board.openNow")}
      details={details}
      chosen={chosen}
      onToggle={onToggle}
    />
  );
}

interface PlaceProps extends CellProps {
  name: string;
  placeKey: string;
  tone: "closed" | "until" | "open";
  state: string;
  details: readonly string[];
}

/** The state in words, which colour only helps; beside it the tick. */
function Place({ name, placeKey: key, tone, state, details, chosen, onToggle }: PlaceProps) {
  const words = (
    <span className={classes.state} data-tone={tone}>
      {state}
    </span>
  );
  return (
    <td data-chosen={chosen.has(key) || undefined}>
      {onToggle ? (
        <Checkbox size="xs" label={words} aria-label={`${name}: ${state}`} checked={chosen.has(key)} onChange={() => onToggle([key])} />
      ) : (
        words
      )}
      {details.map((detail) => (
        <small key={detail} className={classes.detail}>
          {detail}
        </small>
      ))}
    </td>
  );
}

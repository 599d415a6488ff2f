import { useTranslations } from "next-intl";
import { memo } from "react";
import { formatDayAndMonth } from "@/ui/school-date";
import { faceOf } from "../cells/cell-face";
import { termMarkText } from "../cells/cell-value";
import { cellKey, type MarkedCells } from "../cells/marked-cells";
import { typingText, type Typing } from "../cells/typing";
import type { Column } from "../page/page-columns";
import type { PagePupil } from "../page/page-model";
import { termMarkObstacle, type SummaryColumn } from "../page/summary-columns";
import type { GivenView } from "../store/given-view";
import type { RowView } from "../store/row-views";
import { cellMarks } from "./cell-marks";
import { givenMarks } from "./given-marks";
import { summaryKey } from "./grid-summary";

interface GridRowProps {
  view: RowView;
  columns: readonly Column[];
  today: string;
  summary: readonly SummaryColumn[];
  /** Cells to be marked; null: none. */
  changed: MarkedCells;
  /** Cells written after the term was closed. */
  late: MarkedCells;
  /** The column of the active cell when it is in this row; the only cell that Tab reaches. */
  activeColumn: number | null;
  /** What is being typed into the active cell and is not finished. */
  typing: Typing;
  /** The selected columns of this row, when more than one cell is selected; else -1. */
  selectedFrom: number;
  selectedTo: number;
}

export const GridRow = memo(function GridRow({
  view,
  columns,
  today,
  summary,
  changed,
  late,
  activeColumn,
  typing,
  selectedFrom,
  selectedTo,
}: GridRowProps) {
  const { pupil, cells } = view;
  const cellProps = (place: number) => ({
    tabIndex: place === activeColumn ? 0 : undefined,
    "aria-selected": place >= selectedFrom && place <= selectedTo ? true : undefined,
  });
  return (
    <tr data-active={activeColumn === null ? undefined : ""}>
      <PupilHeader pupil={pupil} today={today} />
      {cells.map((cell, place) => {
        const column = columns[place];
        if (!column) return null;
        const { text, points, letter } = faceOf(cell, column.isFirst);
        const isTyping = place === activeColumn && typing !== "";
        const key = cellKey(pupil.pupilId, column.lesson.id, column.number);
        return (
          <td
            key={`${column.lesson.id}/${column.number}`}
            data-k={cellMarks(cell, column, pupil, today, late?.has(key) ?? false)}
            data-changed={changed?.has(key) || undefined}
            {...cellProps(place)}
          >
            {isTyping ? typingText(text, typing) : text}
            {points && !isTyping && <small> {points}</small>}
            {letter && <sup>{letter}</sup>}
          </td>
        );
      })}
      {summary.map((column, place) => {
        const given = view.given[place];
        const marks = given && column.shows === "given" ? givenMarks(given, termMarkObstacle(column, pupil, today) !== null) : undefined;
        return (
          <td
            key={summaryKey(column)}
            data-sum={column.shows}
            data-k={column.shows === "average" && view.isCounting ? "counting" : marks}
            {...cellProps(columns.length + place)}
          >
            <Summary column={column} pupil={pupil} given={given} suggested={view.suggested[place]} />
          </td>
        );
      })}
    </tr>
  );
});

function PupilHeader({ pupil, today }: { pupil: PagePupil; today: string }) {
  const t = useTranslations("journalPage");
  const hasLeft = pupil.to !== null && pupil.to < today;
  return (
    <th scope="row" data-k={hasLeft ? "left" : undefined}>
      {pupil.name}
      {pupil.to !== null && <small>{t("pupilTo", { date: formatDayAndMonth(pupil.to) })}</small>}
      {pupil.to === null && pupil.from !== null && <small>{t("pupilFrom", { date: formatDayAndMonth(pupil.from) })}</small>}
    </th>
  );
}

interface SummaryProps {
  column: SummaryColumn;
  pupil: PagePupil;
  given: GivenView | undefined;
  suggested: string | undefined;
}

function Summary({ column, pupil, given, suggested }: SummaryProps) {
  const t = useTranslations("journalPage");
  if (column.shows === "average") return pupil.average?.replace(".", ",");
  if (column.shows === "given") return given?.content.given && termMarkText(given.content.given);
  return suggested ?? pupil.suggested ?? (pupil.average === null ? null : t("notAssessed"));
}

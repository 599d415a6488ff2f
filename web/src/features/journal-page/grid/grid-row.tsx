import { useTranslations } from "next-intl";
import { memo } from "react";
import { formatDayAndMonth } from "@/ui/school-date";
import { faceOf } from "../cells/cell-face";
import type { MarkingScheme } from "../cells/cell-value";
import type { Column } from "../page/page-columns";
import type { PagePupil } from "../page/page-model";
import type { RowView } from "../store/row-views";
import { cellMarks } from "./cell-marks";
import { summaryColumns, type SummaryColumn } from "./grid-summary";

interface GridRowProps {
  view: RowView;
  columns: readonly Column[];
  today: string;
  scheme: MarkingScheme;
  /** The column of the active cell when it is in this row; the only cell that Tab reaches. */
  activeColumn: number | null;
  /** The selected columns of this row, when more than one cell is selected; else -1. */
  selectedFrom: number;
  selectedTo: number;
}

export const GridRow = memo(function GridRow({ view, columns, today, scheme, activeColumn, selectedFrom, selectedTo }: GridRowProps) {
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
        const { text, letter } = faceOf(cell, column.isFirst);
        return (
          <td key={`${column.lesson.id}/${column.number}`} data-k={cellMarks(cell, column, pupil, today)} {...cellProps(place)}>
            {text}
            {letter && <sup>{letter}</sup>}
          </td>
        );
      })}
      {summaryColumns(scheme).map((name, place) => (
        <td
          key={name}
          data-sum={name}
          data-k={name === "average" && view.isCounting ? "counting" : undefined}
          {...cellProps(columns.length + place)}
        >
          <Summary name={name} pupil={pupil} />
        </td>
      ))}
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

function Summary({ name, pupil }: { name: SummaryColumn; pupil: PagePupil }) {
  const t = useTranslations("journalPage");
  if (name === "average") return pupil.average?.replace(".", ",");
  if (name === "termMark") return pupil.termMark;
  return pupil.suggested ?? (pupil.average === null ? null : t("notAssessed"));
}

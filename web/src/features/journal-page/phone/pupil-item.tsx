import { useTranslations } from "next-intl";
import { useEffect, useRef, type ReactNode } from "react";
import { faceOf, standing } from "../cells/cell-face";
import type { MarkingScheme, Typed } from "../cells/cell-value";
import { scaleOf } from "../cells/column-scale";
import { cellMarks } from "../grid/cell-marks";
import { useMarkWords } from "../grid/use-mark-words";
import { obstacle, type Column } from "../page/page-columns";
import type { PagePupil } from "../page/page-model";
import type { CellView } from "../store/cell-view";
import { DebtDay } from "./debt-day";
import { MarkKeys } from "./mark-keys";
import classes from "./phone-page.module.css";

interface PupilItemProps {
  pupil: PagePupil;
  number: number;
  column: Column;
  view: CellView;
  scheme: MarkingScheme;
  today: string;
  /** What stands there was written after the term was closed. */
  isLate: boolean;
  isOpen: boolean;
  onOpen: () => void;
  onTyped: (typed: Typed) => void;
  /** Another last day of the debt that stands. */
  onDebtDay: (until: string) => void;
  /** A problem of the cell and its ways out. */
  children?: ReactNode;
}

/** One pupil of a lesson on a phone: what stands there, and when opened big buttons to change it. */
export function PupilItem({
  pupil,
  number,
  column,
  view,
  scheme,
  today,
  isLate,
  isOpen,
  onOpen,
  onTyped,
  onDebtDay,
  children,
}: PupilItemProps) {
  const blocked = obstacle(column.lesson, pupil, today);
  const { text, points, letter } = faceOf(view, true);
  const t = useTranslations("journalPage");
  const words = useMarkWords()(view, column.assessment, today);
  if (isLate) words.push(t("marks.late"));
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isOpen) item.current?.scrollIntoView({ block: "nearest" });
  }, [isOpen]);

  return (
    <li ref={item} className={classes.pupil} data-open={isOpen || undefined}>
      <button
        type="button"
        className={classes.row}
        aria-expanded={blocked ? undefined : isOpen}
        onClick={onOpen}
        disabled={blocked !== null}
      >
        <span className={classes.number}>{number}</span>
        <span className={classes.name}>{pupil.name}</span>
        <span className={classes.value} data-k={cellMarks(view, column, pupil, today, isLate)}>
          {text}
          {points && <small> {points}</small>}
          {letter && <sup>{letter}</sup>}
        </span>
      </button>
      {children && <div className={classes.problem}>{children}</div>}
      {isOpen && !blocked && (
        <>
          {words.length > 0 && <p className={classes.said}>{words.join(" · ")}</p>}
          <MarkKeys view={view} scale={scaleOf(scheme, column.assessment)} name={pupil.name} onTyped={onTyped} />
          {standing(view).at(-1)?.value === "DEBT" && <DebtDay view={view} today={today} onDay={onDebtDay} />}
        </>
      )}
    </li>
  );
}

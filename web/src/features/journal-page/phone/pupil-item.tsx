import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useEffect, useRef, type ReactNode } from "react";
import { faceOf } from "../cells/cell-face";
import { ATTENDANCE_LETTERS, markText, type AttendanceKind, type MarkingScheme, type MarkValue, type Typed } from "../cells/cell-value";
import { cellMarks } from "../grid/cell-marks";
import { obstacle, type Column } from "../page/page-columns";
import type { PagePupil } from "../page/page-model";
import type { CellView } from "../store/cell-view";
import classes from "./phone-page.module.css";

interface PupilItemProps {
  pupil: PagePupil;
  number: number;
  column: Column;
  view: CellView;
  scheme: MarkingScheme;
  today: string;
  isOpen: boolean;
  onOpen: () => void;
  onTyped: (typed: Typed) => void;
  /** A problem of the cell and its ways out. */
  children?: ReactNode;
}

const KINDS: AttendanceKind[] = ["ABSENT", "SICK", "EXCUSED", "LATE", "RELEASED"];
const MARKS: Record<MarkingScheme, MarkValue[]> = { FIVE_POINT: ["5", "4", "3", "2"], PASS_FAIL: ["PASS", "FAIL"], NONE: [] };

/** One pupil of a lesson on a phone: what stands there, and when opened big buttons to change it. */
export function PupilItem({ pupil, number, column, view, scheme, today, isOpen, onOpen, onTyped, children }: PupilItemProps) {
  const blocked = obstacle(column.lesson, pupil, today);
  const { text, letter } = faceOf(view, true);
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
        <span className={classes.value} data-k={cellMarks(view, column, pupil, today)}>
          {text}
          {letter && <sup>{letter}</sup>}
        </span>
      </button>
      {children && <div className={classes.problem}>{children}</div>}
      {isOpen && !blocked && <Keys view={view} scheme={scheme} name={pupil.name} onTyped={onTyped} />}
    </li>
  );
}

function Keys({ view, scheme, name, onTyped }: Pick<PupilItemProps, "view" | "scheme" | "onTyped"> & { name: string }) {
  const t = useTranslations("journalPage");
  const words = useTranslations("words");
  const isEmpty = view.mark.value === null && view.attendance.kind === null && view.problem === null;
  return (
    <div className={classes.keys} role="group" aria-label={t("phone.markFor", { name })}>
      {MARKS[scheme].map((value) => (
        <Button
          key={value}
          size="md"
          px={0}
          variant={view.mark.value === value ? "filled" : "default"}
          onClick={() => onTyped({ thing: "MARK", value })}
        >
          {markText(value)}
        </Button>
      ))}
      {KINDS.map((kind) => (
        <Button
          key={kind}
          size="md"
          px={0}
          variant={view.attendance.kind === kind ? "filled" : "default"}
          className={classes.letter}
          aria-label={`${ATTENDANCE_LETTERS[kind]}, ${words(`attendance.${kind}`)}`}
          onClick={() => onTyped({ thing: "ATTENDANCE", kind })}
        >
          {ATTENDANCE_LETTERS[kind]}
        </Button>
      ))}
      <Button size="md" px={0} variant="subtle" color="gray" disabled={isEmpty} onClick={() => onTyped({ thing: "CLEAR" })}>
        {t("phone.clear")}
      </Button>
    </div>
  );
}

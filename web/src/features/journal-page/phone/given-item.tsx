import { Button } from "@mantine/core";
import { IconCalculator } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { termMarkText, type MarkingScheme, type TermMarkValue, type Typed } from "../cells/cell-value";
import { givenMarks } from "../grid/given-marks";
import type { GivenCell } from "../grid/given-actions";
import { ProblemNote } from "../grid/problem-note";
import { ReasonNote } from "../grid/reason-note";
import type { JournalStore } from "../store/journal-store";
import { GivenKeys } from "./given-keys";
import classes from "./phone-page.module.css";

interface GivenItemProps {
  store: JournalStore;
  cell: GivenCell;
  number: number;
  scheme: MarkingScheme;
  isBlocked: boolean;
  isOpen: boolean;
  onOpen: () => void;
  onTyped: (typed: Typed) => void;
  /** The mark with its reason is written: on to the next pupil. */
  onDone: () => void;
  onExplain: () => void;
}

/** One pupil of a column of term marks on a phone: what comes out, what is given, and when opened big buttons to give it. */
export function GivenItem({ store, cell, number, scheme, isBlocked, isOpen, onOpen, onTyped, onDone, onExplain }: GivenItemProps) {
  const t = useTranslations("journalPage");
  const { pupil, view, suggested } = cell;
  const { given, reason } = view.content;
  const [asked, setAsked] = useState<TermMarkValue | null>(null);
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isOpen) item.current?.scrollIntoView({ block: "nearest" });
  }, [isOpen]);
  const outcome = outcomeOf();

  return (
    <li ref={item} className={classes.pupil} data-open={isOpen || undefined}>
      <button type="button" className={classes.row} aria-expanded={isOpen} onClick={onOpen}>
        <span className={classes.number}>{number}</span>
        <span className={classes.name}>
          {pupil.name}
          {outcome && <small className={classes.outcome}>{outcome}</small>}
        </span>
        <span className={classes.value} data-k={givenMarks(view, isBlocked)}>
          {given !== null && termMarkText(given)}
        </span>
      </button>
      {view.problem && (
        <div className={classes.problem}>
          <ProblemNote store={store} problem={view.problem} onDecided={() => undefined} />
        </div>
      )}
      {isOpen && reason && <p className={classes.said}>{t("givenReason", { reason })}</p>}
      {isOpen && asked !== null && suggested !== null && (
        <div className={classes.problem} data-quiet="">
          <ReasonNote
            store={store}
            slot={cell.slot}
            value={asked}
            suggested={suggested}
            onDone={() => {
              setAsked(null);
              onDone();
            }}
            onLeave={() => setAsked(null)}
          />
        </div>
      )}
      {isOpen && !isBlocked && asked === null && <GivenKeys cell={cell} scheme={scheme} onTyped={onTyped} onReasonNeeded={setAsked} />}
      {isOpen && scheme === "FIVE_POINT" && asked === null && (
        <div className={classes.field}>
          <Button size="sm" variant="subtle" leftSection={<IconCalculator size={18} aria-hidden />} onClick={onExplain}>
            {t("explain")}
          </Button>
        </div>
      )}
    </li>
  );

  function outcomeOf(): string | null {
    if (scheme !== "FIVE_POINT" || suggested === null) return null;
    if (pupil.average === null) return t("phone.noOutcome");
    return t("phone.outcome", { average: pupil.average.replace(".", ","), suggested: termMarkText(suggested) });
  }
}

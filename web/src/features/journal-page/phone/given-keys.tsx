import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { termMarkText, type MarkingScheme, type TermMarkValue, type Typed } from "../cells/cell-value";
import { changeOfGiven, needsReason, type GivenCell } from "../grid/given-actions";
import classes from "./phone-page.module.css";

const MARKS: Record<MarkingScheme, TermMarkValue[]> = { FIVE_POINT: ["5", "4", "3", "2"], PASS_FAIL: ["PASS", "FAIL"], NONE: [] };

interface GivenKeysProps {
  cell: GivenCell;
  scheme: MarkingScheme;
  onTyped: (typed: Typed) => void;
  /** A mark that differs from the suggestion: it waits for its reason. */
  onReasonNeeded: (value: TermMarkValue) => void;
}

/** Big buttons for a mark of the term, the year, an exam or in the end; the suggested one stands out. */
export function GivenKeys({ cell, scheme, onTyped, onReasonNeeded }: GivenKeysProps) {
  const t = useTranslations("journalPage");
  const { given } = cell.view.content;
  const set = (value: TermMarkValue) => {
    const typed: Typed = { thing: "TERM_MARK", value };
    if (needsReason(cell, value) && changeOfGiven(typed, cell)) onReasonNeeded(value);
    else onTyped(typed);
  };
  return (
    <div className={classes.keys} role="group" aria-label={t("phone.markFor", { name: cell.pupil.name })}>
      {[...MARKS[scheme], "NOT_ASSESSED" as const, "RELEASED" as const].map((value) => {
        const isSuggested = value === cell.suggested;
        const text = termMarkText(value);
        return (
          <Button
            key={value}
            size="md"
            px={0}
            variant={given === value ? "filled" : isSuggested ? "outline" : "default"}
            aria-label={isSuggested ? t("phone.suggestedKey", { value: text }) : text}
            onClick={() => set(value)}
          >
            {text}
          </Button>
        );
      })}
      <Button
        size="md"
        px={0}
        className={classes.wide}
        variant="subtle"
        color="gray"
        disabled={given === null && cell.view.problem === null}
        onClick={() => onTyped({ thing: "CLEAR" })}
      >
        {t("phone.clear")}
      </Button>
    </div>
  );
}

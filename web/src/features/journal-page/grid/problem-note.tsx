import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useProblemText } from "@/ui/use-error-text";
import { contentText as markText } from "../cells/cell-face";
import { cellText, termMarkText } from "../cells/cell-value";
import type { Content } from "../outbox/entry";
import type { Problem } from "../outbox/outbox";
import type { JournalStore } from "../store/journal-store";
import classes from "./cell-note.module.css";
import { ReasonNote } from "./reason-note";
import { wayOut } from "./way-out";

interface ProblemNoteProps {
  store: JournalStore;
  problem: Problem;
  onDecided: () => void;
}

/** What stands in the way of a typed value, and the teacher's ways out. */
export function ProblemNote({ store, problem, onDecided }: ProblemNoteProps) {
  const decide = (act: () => void) => () => {
    act();
    onDecided();
  };
  return problem.why === "CONFLICT" ? (
    <Conflict store={store} problem={problem} decide={decide} />
  ) : (
    <Refused store={store} problem={problem} decide={decide} />
  );
}

type Decide = (act: () => void) => () => void;

function Conflict({ store, problem, decide }: { store: JournalStore; problem: Problem; decide: Decide }) {
  const t = useTranslations("journalPage");
  const textOf = (content: Content) => contentText(content) || t("conflict.empty");
  const mine = textOf(problem.mine.content);
  const theirs = textOf(problem.theirs);
  const { slot } = problem.mine;
  return (
    <>
      <p className={classes.title}>{t("conflict.title")}</p>
      <dl className={classes.values}>
        <div>
          <dt>{t("conflict.theirs")}</dt>
          <dd>{theirs}</dd>
        </div>
        <div>
          <dt>{t("conflict.mine")}</dt>
          <dd>{mine}</dd>
        </div>
      </dl>
      <div className={classes.buttons}>
        <Button size="xs" onClick={decide(() => store.takeTheirs(slot))} data-autofocus>
          {t("conflict.takeTheirs", { value: theirs })}
        </Button>
        <Button size="xs" variant="default" onClick={decide(() => store.keepMine(slot))}>
          {t("conflict.keepMine", { value: mine })}
        </Button>
      </div>
    </>
  );
}

function Refused({ store, problem, decide }: { store: JournalStore; problem: Extract<Problem, { why: "REFUSED" }>; decide: Decide }) {
  const t = useTranslations("journalPage");
  const textOf = useProblemText();
  const { slot, content } = problem.mine;
  if (problem.code === "REASON_NEEDED" && slot.thing === "TERM_MARK" && "given" in content && content.given)
    return (
      <ReasonNote
        store={store}
        slot={slot}
        value={content.given}
        suggested={{ told: textOf({ code: problem.code, message: problem.message }) }}
        onDone={decide(() => undefined)}
        onLeave={decide(() => store.takeTheirs(slot))}
      />
    );
  const instead = wayOut(store, problem);
  return (
    <>
      <p className={classes.title}>{t("refused.title", { value: contentText(content) || t("conflict.empty") })}</p>
      <p className={classes.text}>{textOf({ code: problem.code, message: problem.message })}</p>
      <div className={classes.buttons}>
        {instead && (
          <Button size="xs" onClick={decide(() => store.change(instead.changes))} data-autofocus>
            {instead.mark === null
              ? t("refused.withdrawAbsence", { absence: instead.absence, value: contentText(content) })
              : t("refused.clearMark", { absence: instead.absence, mark: instead.mark })}
          </Button>
        )}
        <Button size="xs" variant="default" onClick={decide(() => store.takeTheirs(slot))}>
          {t("refused.dismiss")}
        </Button>
      </div>
    </>
  );
}

function contentText(content: Content): string {
  if ("given" in content) return content.given === null ? "" : termMarkText(content.given);
  return "value" in content ? markText(content) : cellText(null, content.kind);
}

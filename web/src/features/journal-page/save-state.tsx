import { Button } from "@mantine/core";
import { IconAlertTriangle, IconCheck, IconCloudOff, IconLoader2 } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import type { JournalSession } from "./store/journal-session";
import { useJournalState } from "./store/use-journal";
import classes from "./save-state.module.css";
import { saveSummary } from "./save-summary";

/** Whether what was typed is saved: quiet while all is well, with the way on when it is not. */
export function SaveState({ session, onShowProblem }: { session: JournalSession; onShowProblem: () => void }) {
  const t = useTranslations("journalPage");
  const summary = saveSummary(useJournalState(session));
  switch (summary.kind) {
    case "SAVED":
      return (
        <span className={classes.state} data-kind="SAVED">
          <IconCheck size={16} aria-hidden /> {t("saved")}
        </span>
      );
    case "SAVING":
      return (
        <span className={classes.state} data-kind="SAVING">
          <IconLoader2 size={16} aria-hidden /> {t("saving")}
        </span>
      );
    case "NOT_KEPT":
      return (
        <span className={classes.state} data-kind="BAD">
          <IconAlertTriangle size={16} aria-hidden /> {t("notKept")}
        </span>
      );
    case "OFFLINE":
    case "FAILING":
      return (
        <span className={classes.state} data-kind="WARN" title={t("offlineHint")}>
          <IconCloudOff size={16} aria-hidden /> {t(summary.kind === "OFFLINE" ? "offline" : "failing", { count: summary.count })}
          <Button size="compact-xs" variant="default" onClick={() => session.retryNow()}>
            {t("retry")}
          </Button>
        </span>
      );
    case "CONFLICT":
    case "REFUSED":
      return (
        <span className={classes.state} data-kind="BAD">
          <IconAlertTriangle size={16} aria-hidden /> {t(summary.kind === "CONFLICT" ? "conflicts" : "refusals", { count: summary.count })}
          <Button size="compact-xs" variant="default" onClick={onShowProblem}>
            {t("toProblem")}
          </Button>
        </span>
      );
  }
}

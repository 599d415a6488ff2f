import { Button, Checkbox, Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { SidePanel } from "@/ui/side-panel";
import { termMarkText } from "../cells/cell-value";
import { suggestionsToTake } from "../grid/given-actions";
import { useSummaryNames } from "../grid/use-summary-names";
import type { JournalSession } from "../store/journal-session";
import { useJournalState } from "../store/use-journal";
import classes from "./suggested-panel.module.css";

interface SuggestedPanelProps {
  session: JournalSession;
  /** The column of term marks. */
  column: number;
  onClose: () => void;
}

/** Fills the empty cells of a column with what the rules suggest: first shown, then written as one act that Ctrl+Z takes back. */
export function SuggestedPanel({ session, column, onClose }: SuggestedPanelProps) {
  const t = useTranslations("journalPanels");
  const [withNotAssessed, setWithNotAssessed] = useState(false);
  const { page, columns } = useJournalState(session);
  const name = useSummaryNames(page)[column - columns.length] ?? "";
  const all = suggestionsToTake(session.store, column, true);
  const taken = suggestionsToTake(session.store, column, withNotAssessed);
  const notAssessed = all.filter(({ cell }) => cell.suggested === "NOT_ASSESSED").length;
  const take = () => {
    session.store.change(taken.map(({ change }) => change));
    onClose();
  };
  return (
    <SidePanel title={t("suggested.title")} closeLabel={t("close")} onClose={onClose}>
      {all.length === 0 ? (
        <Text c="dimmed">{t("suggested.none")}</Text>
      ) : (
        <>
          <Text size="sm" mb="sm">
            {t("suggested.text", { column: name })} <span className={classes.keyboard}>{t("suggested.undo")}</span>
          </Text>
          {notAssessed > 0 && (
            <Checkbox
              mb="sm"
              label={t("suggested.notAssessed", { count: notAssessed })}
              checked={withNotAssessed}
              onChange={(event) => setWithNotAssessed(event.currentTarget.checked)}
            />
          )}
          <Button size="sm" mb="sm" onClick={take} disabled={taken.length === 0} data-autofocus>
            {t("suggested.take", { count: taken.length })}
          </Button>
          <table className={classes.marks}>
            <tbody>
              {taken.map(({ cell }) => (
                <tr key={cell.pupil.pupilId}>
                  <td>{cell.pupil.name}</td>
                  <td>{cell.suggested && termMarkText(cell.suggested)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </SidePanel>
  );
}

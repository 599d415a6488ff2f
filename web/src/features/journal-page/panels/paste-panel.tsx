import { Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import { formatDayAndMonth } from "@/ui/school-date";
import { SidePanel } from "@/ui/side-panel";
import type { Unplaced } from "../grid/place-paste";
import type { JournalState } from "../store/journal-store";
import classes from "./paste-panel.module.css";

interface PastePanelProps {
  placed: number;
  unplaced: readonly Unplaced[];
  state: JournalState;
  onClose: () => void;
}

/** What of a paste found no place: nothing pasted is dropped in silence. */
export function PastePanel({ placed, unplaced, state, onClose }: PastePanelProps) {
  const t = useTranslations("journalPanels");
  const placeOf = ({ at }: Unplaced): string => {
    const pupil = state.page.pupils[at.row];
    const column = state.columns[at.column];
    if (pupil && column) return `${pupil.name}, ${formatDayAndMonth(column.lesson.date)}`;
    return t("paste.row", { row: at.row + 1, column: at.column + 1 });
  };
  return (
    <SidePanel title={t("paste.title", { placed, total: placed + unplaced.length })} closeLabel={t("close")} onClose={onClose}>
      <Text size="sm" mb="sm">
        {t("paste.text")}
      </Text>
      <ul className={classes.list}>
        {unplaced.map((one) => (
          <li key={`${one.at.row}/${one.at.column}`}>
            <span>{placeOf(one)}</span>
            <b>{one.text}</b>
            <span className={classes.why}>{t(`paste.${one.why}`)}</span>
          </li>
        ))}
      </ul>
    </SidePanel>
  );
}

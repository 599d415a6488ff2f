import { TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { standing } from "../cells/cell-face";
import type { CellView } from "../store/cell-view";
import classes from "./phone-page.module.css";

interface DebtDayProps {
  view: Pick<CellView, "mark" | "retakes">;
  today: string;
  onDay: (until: string) => void;
}

/** Until when the work may be handed in. */
export function DebtDay({ view, today, onDay }: DebtDayProps) {
  const t = useTranslations("journalPage");
  return (
    <TextInput
      className={classes.field}
      type="date"
      label={t("phone.until")}
      min={today}
      value={standing(view).at(-1)?.debtUntil ?? ""}
      onChange={({ currentTarget: { value } }) => value >= today && onDay(value)}
    />
  );
}

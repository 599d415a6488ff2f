import { IconArrowRight } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { MarkBadge } from "@/ui/mark-badge";
import classes from "./question.module.css";

/** The mark as it was asked about and, when it is another by now, as it stands. */
export function MarkThenAndNow({ askedValue, value }: { askedValue: string; value: string | null }) {
  const t = useTranslations("markQuestions");
  if (askedValue === value) return <MarkBadge value={askedValue} />;
  return (
    <span className={classes.change}>
      <MarkBadge value={askedValue} />
      <IconArrowRight size={16} role="img" aria-label={t("became")} />
      {value ? <MarkBadge value={value} /> : <span className={classes.quiet}>{t("takenAway")}</span>}
    </span>
  );
}

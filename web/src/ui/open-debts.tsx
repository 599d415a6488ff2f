import { getTranslations } from "next-intl/server";
import type { AssessmentKind } from "@/graphql/generated/graphql";
import classes from "./open-debts.module.css";
import { formatDayAndMonth, type SchoolDate } from "./school-date";

interface OpenDebt {
  subject: string;
  kind: AssessmentKind;
  title: string | null;
  date: SchoolDate;
  until: SchoolDate;
}

/** What the pupil has still to hand in, and until when; nothing where there are no debts. */
export async function OpenDebts({ debts, today }: { debts: readonly OpenDebt[]; today: SchoolDate }) {
  const [t, words] = await Promise.all([getTranslations("diary.debts"), getTranslations("words")]);
  if (debts.length === 0) return null;
  return (
    <section className={classes.debts} aria-label={t("title")}>
      <h2 className={classes.title}>{t("title")}</h2>
      <ul className={classes.list}>
        {debts.map(({ subject, kind, title, date, until }, place) => (
          <li key={place} data-overdue={until < today || undefined}>
            <b>{subject}</b>: {title ?? words(`workKind.${kind}`)}, {formatDayAndMonth(date)} —{" "}
            <span>{t(until < today ? "overdue" : "until", { date: formatDayAndMonth(until) })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

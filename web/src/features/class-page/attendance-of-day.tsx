import { getTranslations } from "next-intl/server";
import type { ClassPageQuery } from "@/graphql/generated/graphql";
import { Tag } from "@/ui/tag";
import classes from "./attendance-of-day.module.css";

type Page = ClassPageQuery["classPage"];
type Absence = Page["absences"][number];

/** Only the pupils who missed something or came late, with the lessons by number. */
export async function AttendanceOfDay({ page }: { page: Page }) {
  const [t, words] = await Promise.all([getTranslations("classPage"), getTranslations("words")]);
  const slots = new Map(page.lessonsToday.map(({ lessonId, slot }) => [lessonId, slot]));
  const away = page.pupils
    .map((pupil) => ({ ...pupil, absences: page.absences.filter(({ pupilId }) => pupilId === pupil.pupilId) }))
    .filter(({ absences }) => absences.length > 0);
  if (page.lessonsToday.length === 0) return <p className={classes.quiet}>{t("noLessons")}</p>;
  if (away.length === 0)
    return <p className={classes.quiet}>{t(page.lessonsToday.some(({ recorded }) => recorded) ? "allPresent" : "nothingRecorded")}</p>;
  return (
    <ul className={classes.list}>
      {away.map(({ pupilId, name, absences }) => (
        <li key={pupilId} className={classes.pupil}>
          <span className={classes.name}>{name}</span>
          <span className={classes.absences}>
            {byKind(absences).map(([kind, missed]) => (
              <Tag key={kind} tone={kind === "ABSENT" ? "bad" : "warn"}>
                {t("missedLessons", { what: words(`attendance.${kind}`), slots: slotsText(missed, slots), count: missed.length })}
              </Tag>
            ))}
          </span>
          {reasons(absences) && <span className={classes.quiet}>{reasons(absences)}</span>}
        </li>
      ))}
    </ul>
  );
}

function byKind(absences: readonly Absence[]): [Absence["kind"], Absence[]][] {
  return [...Map.groupBy(absences, ({ kind }) => kind)];
}

function slotsText(absences: readonly Absence[], slots: ReadonlyMap<string, number>): string {
  return absences
    .map(({ lessonId }) => slots.get(lessonId) ?? 0)
    .toSorted((a, b) => a - b)
    .join(", ");
}

function reasons(absences: readonly Absence[]): string {
  return [...new Set(absences.map(({ reason }) => reason).filter(Boolean))].join("; ");
}

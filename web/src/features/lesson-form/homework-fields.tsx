import { NativeSelect, NumberInput, Textarea } from "@mantine/core";
import { useLocale, useTranslations } from "next-intl";
import { formatDate, weekdayName } from "@/ui/school-date";
import classes from "./lesson-form.module.css";
import type { LessonDraft } from "./lesson-draft";

const DATES_OFFERED = 12;

interface HomeworkFieldsProps {
  draft: LessonDraft;
  laterDates: readonly string[];
  textError: string | undefined;
  minutesError: string | undefined;
  isDisabled: boolean;
  onEdit: (patch: Partial<LessonDraft>) => void;
}

/** Homework with the lesson that it is due at; without a choice it is the next one. */
export function HomeworkFields({ draft, laterDates, textError, minutesError, isDisabled, onEdit }: HomeworkFieldsProps) {
  const t = useTranslations("lessonForm");
  const locale = useLocale();
  const [next] = laterDates;
  const offered = laterDates.slice(0, DATES_OFFERED);
  const chosen = draft.dueOn ?? next ?? "";
  const dates = chosen && !offered.includes(chosen) ? [chosen, ...offered].sort() : offered;
  const labelOf = (date: string) =>
    t(date === next ? "dueNext" : "dueDate", { weekday: weekdayName(date, locale, "short"), date: formatDate(date) });

  return (
    <>
      <Textarea
        label={t("homework")}
        value={draft.homework}
        onChange={(event) => onEdit({ homework: event.currentTarget.value })}
        error={textError}
        disabled={isDisabled}
        autosize
        minRows={2}
        maxRows={10}
      />
      <div className={classes.pair}>
        <NativeSelect
          label={t("dueOn")}
          value={chosen}
          onChange={(event) => onEdit({ dueOn: event.currentTarget.value === next ? null : event.currentTarget.value })}
          data={dates.length > 0 ? dates.map((date) => ({ value: date, label: labelOf(date) })) : [{ value: "", label: t("noDueDate") }]}
          disabled={isDisabled || dates.length === 0}
        />
        <NumberInput
          label={t("minutes")}
          value={draft.minutes ?? ""}
          onChange={(value) => onEdit({ minutes: value === "" ? null : Number(value) })}
          error={minutesError}
          min={1}
          max={300}
          step={5}
          allowDecimal={false}
          clampBehavior="none"
          disabled={isDisabled}
        />
      </div>
    </>
  );
}

import { Checkbox, NativeSelect } from "@mantine/core";
import { useTranslations } from "next-intl";
import type { Averaging } from "@/graphql/generated/graphql";
import { BandsFields } from "./bands-fields";
import { NumberField } from "./number-field";
import type { RulesDraft } from "./rules-draft";
import classes from "./rules-form.module.css";
import { StepsFields } from "./steps-fields";

export interface PartProps {
  draft: RulesDraft;
  onChange: (part: Partial<RulesDraft>) => void;
}

/** How the marks of a term make its average, and the average its mark. */
export function TermFields({ draft, onChange }: PartProps) {
  const t = useTranslations("assessmentRules");
  const illness = draft.leastMarksAfterIllness ?? null;
  const mostMissed = draft.mostMissedPercent ?? null;
  return (
    <>
      <NativeSelect
        label={t("averaging")}
        value={draft.averaging}
        onChange={(event) => onChange({ averaging: event.currentTarget.value as Averaging })}
        data={(["WEIGHTED", "PLAIN"] as const).map((value) => ({ value, label: t(`averagings.${value}`) }))}
        maw={360}
      />
      <BandsFields legend={t("bands")} bands={draft.bands} onChange={(bands) => onChange({ bands })} />
      <StepsFields steps={draft.leastMarks} onChange={(leastMarks) => onChange({ leastMarks })} />
      <Checkbox
        label={t("afterIllness")}
        checked={illness !== null}
        onChange={(event) => onChange({ leastMarksAfterIllness: event.currentTarget.checked ? { sickPercent: 30, marks: 2 } : null })}
      />
      {illness && (
        <div className={classes.row}>
          <NumberField
            label={t("sickPercent")}
            value={illness.sickPercent}
            onChange={(sickPercent) => onChange({ leastMarksAfterIllness: { ...illness, sickPercent } })}
            min={1}
            max={100}
          />
          <NumberField
            label={t("marksAtLeast")}
            value={illness.marks}
            onChange={(marks) => onChange({ leastMarksAfterIllness: { ...illness, marks } })}
            min={1}
            max={30}
          />
        </div>
      )}
      <Checkbox
        label={t("missedTooMuch")}
        checked={mostMissed !== null}
        onChange={(event) => onChange({ mostMissedPercent: event.currentTarget.checked ? 50 : null })}
      />
      {mostMissed !== null && (
        <div className={classes.row}>
          <NumberField
            label={t("mostMissedPercent")}
            value={mostMissed}
            onChange={(mostMissedPercent) => onChange({ mostMissedPercent })}
            min={1}
            max={100}
          />
        </div>
      )}
      <Checkbox
        label={t("twoBarsFive")}
        checked={draft.twoBarsFive}
        onChange={(event) => onChange({ twoBarsFive: event.currentTarget.checked })}
      />
      <Checkbox
        label={t("allowsOne")}
        checked={draft.allowsOne}
        onChange={(event) => onChange({ allowsOne: event.currentTarget.checked })}
      />
      <div className={classes.row}>
        <NumberField
          label={t("termMarkDays")}
          value={draft.termMarkDays}
          onChange={(termMarkDays) => onChange({ termMarkDays })}
          min={1}
          max={120}
        />
      </div>
    </>
  );
}

import { Checkbox, NativeSelect } from "@mantine/core";
import { useTranslations } from "next-intl";
import type { DebtEnd, RetakeRule } from "@/graphql/generated/graphql";
import { BandsFields } from "./bands-fields";
import { NumberField } from "./number-field";
import classes from "./rules-form.module.css";
import type { PartProps } from "./term-fields";

/** Retakes, debts and days within which something is due. */
export function RetakeFields({ draft, onChange }: PartProps) {
  const t = useTranslations("assessmentRules");
  return (
    <>
      <NativeSelect
        label={t("retakes")}
        value={draft.retakes}
        onChange={(event) => onChange({ retakes: event.currentTarget.value as RetakeRule })}
        data={(["LAST", "BEST", "BOTH", "MEAN"] as const).map((value) => ({ value, label: t(`retakeRules.${value}`) }))}
        maw={360}
      />
      <NativeSelect
        label={t("debtEnds")}
        value={draft.debtEnds}
        onChange={(event) => onChange({ debtEnds: event.currentTarget.value as DebtEnd })}
        data={(["STAYS", "BECOMES_TWO"] as const).map((value) => ({ value, label: t(`debtEnd.${value}`) }))}
        maw={360}
      />
      <div className={classes.row}>
        <NumberField label={t("debtDays")} value={draft.debtDays} onChange={(debtDays) => onChange({ debtDays })} min={1} max={90} />
        <NumberField label={t("resitDays")} value={draft.resitDays} onChange={(resitDays) => onChange({ resitDays })} min={1} max={60} />
        <NumberField
          label={t("questionDays")}
          value={draft.questionDays}
          onChange={(questionDays) => onChange({ questionDays })}
          min={1}
          max={20}
        />
      </div>
    </>
  );
}

/** Other scales as grades. */
export function ScaleFields({ draft, onChange }: PartProps) {
  const t = useTranslations("assessmentRules");
  return (
    <>
      <BandsFields
        legend={t("percent")}
        bands={draft.percent}
        onChange={(percent) => onChange({ percent })}
        min={1}
        max={100}
        decimals={0}
      />
      <BandsFields
        legend={t("tenPoint")}
        bands={draft.tenPoint}
        onChange={(tenPoint) => onChange({ tenPoint })}
        min={1}
        max={10}
        decimals={0}
      />
    </>
  );
}

/** Marks of the year, and the figures of reports. */
export function YearFields({ draft, onChange }: PartProps) {
  const t = useTranslations("assessmentRules");
  const counted = draft.notAssessedInSou ?? null;
  return (
    <>
      <BandsFields legend={t("yearBands")} bands={draft.yearBands} onChange={(yearBands) => onChange({ yearBands })} />
      <BandsFields legend={t("finalBands")} bands={draft.finalBands} onChange={(finalBands) => onChange({ finalBands })} />
      <Checkbox
        label={t("countsNotAssessed")}
        checked={counted !== null}
        onChange={(event) => onChange({ notAssessedInSou: event.currentTarget.checked ? 7 : null })}
      />
      {counted !== null && (
        <div className={classes.row}>
          <NumberField
            label={t("notAssessedInSou")}
            value={counted}
            onChange={(notAssessedInSou) => onChange({ notAssessedInSou })}
            min={0}
            max={100}
          />
        </div>
      )}
    </>
  );
}

import { useTranslations } from "next-intl";
import type { BandsDraft } from "./rules-draft";
import classes from "./rules-form.module.css";
import { NumberField } from "./number-field";

interface BandsFieldsProps {
  legend: string;
  bands: BandsDraft;
  onChange: (bands: BandsDraft) => void;
  min?: number;
  max?: number;
  decimals?: number;
}

/** From which value on a 5, a 4 and a 3 are given. */
export function BandsFields({ legend, bands, onChange, min = 2, max = 5, decimals = 2 }: BandsFieldsProps) {
  const t = useTranslations("assessmentRules");
  return (
    <fieldset className={classes.group}>
      <legend>{legend}</legend>
      <div className={classes.bands}>
        {(["five", "four", "three"] as const).map((grade) => (
          <NumberField
            key={grade}
            label={t(`from.${grade}`)}
            value={bands[grade]}
            onChange={(value) => onChange({ ...bands, [grade]: value })}
            min={min}
            max={max}
            decimals={decimals}
          />
        ))}
      </div>
    </fieldset>
  );
}

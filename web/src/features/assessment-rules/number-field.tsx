import { NumberInput } from "@mantine/core";

interface NumberFieldProps {
  label: string;
  /** The label is read, not shown: a heading stands for it. */
  hidesLabel?: boolean;
  value: number;
  onChange: (value: number) => void;
  min: number;
  max: number;
  decimals?: number;
}

/** A number with the decimal comma; while it is being emptied the last one stays. What ends in a nought («4,80», and so «3,00») comes as text. */
export function NumberField({ label, hidesLabel, value, onChange, min, max, decimals = 0 }: NumberFieldProps) {
  return (
    <NumberInput
      label={hidesLabel ? undefined : label}
      aria-label={hidesLabel ? label : undefined}
      value={value}
      onChange={(next) => next !== "" && Number.isFinite(Number(next)) && onChange(Number(next))}
      min={min}
      max={max}
      step={decimals > 0 ? 0.05 : 1}
      decimalScale={decimals}
      decimalSeparator=","
      allowedDecimalSeparators={[".", ","]}
      fixedDecimalScale={decimals > 0}
      clampBehavior="blur"
      w={hidesLabel ? 92 : undefined}
    />
  );
}

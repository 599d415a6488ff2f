import { ActionIcon, Button } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { NumberField } from "./number-field";
import type { StepsDraft } from "./rules-draft";
import classes from "./rules-form.module.css";

const MOST_STEPS = 6;

/** The least number of marks by the hours a week; the last line is for all the others. */
export function StepsFields({ steps, onChange }: { steps: StepsDraft; onChange: (steps: StepsDraft) => void }) {
  const t = useTranslations("assessmentRules");
  const change = (at: number, part: Partial<StepsDraft[number]>) =>
    onChange(steps.map((step, index) => (index === at ? { ...step, ...part } : step)));
  const add = () => {
    const last = steps.at(-1)!;
    const hours = (steps.at(-2)?.upToHours ?? 0) + 1;
    onChange([...steps.slice(0, -1), { upToHours: hours, marks: last.marks }, last]);
  };
  return (
    <fieldset className={classes.group}>
      <legend>{t("leastMarks")}</legend>
      {steps.map((step, index) => (
        <div key={index} className={classes.step}>
          {step.upToHours === null ? (
            <span className={classes.rest}>{steps.length > 1 ? t("otherHours") : t("anyHours")}</span>
          ) : (
            <NumberField
              label={t("upToHours")}
              value={step.upToHours}
              onChange={(upToHours) => change(index, { upToHours })}
              min={0.5}
              max={20}
              decimals={1}
            />
          )}
          <NumberField label={t("marksAtLeast")} value={step.marks} onChange={(marks) => change(index, { marks })} min={1} max={30} />
          {step.upToHours !== null && (
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={t("removeStep")}
              onClick={() => onChange(steps.filter((_, other) => other !== index))}
            >
              <IconTrash size={18} aria-hidden />
            </ActionIcon>
          )}
        </div>
      ))}
      {steps.length < MOST_STEPS && (
        <Button variant="subtle" size="xs" leftSection={<IconPlus size={14} aria-hidden />} onClick={add} className={classes.add}>
          {t("addStep")}
        </Button>
      )}
    </fieldset>
  );
}

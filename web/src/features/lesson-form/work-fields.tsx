import { ActionIcon, Checkbox, NativeSelect, NumberInput, TextInput } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import type { AssessmentKind, LessonPlanQuery, WorkScale } from "@/graphql/generated/graphql";
import type { DraftWork } from "./lesson-draft";
import classes from "./lesson-form.module.css";

const KINDS: AssessmentKind[] = [
  "ORAL",
  "CLASSWORK",
  "INDEPENDENT",
  "CONTROL",
  "PRACTICAL",
  "LABORATORY",
  "DICTATION",
  "ESSAY",
  "EXPOSITION",
  "HOMEWORK",
  "PROJECT",
  "TEST",
  "OTHER",
];

const SCALES: WorkScale[] = ["FIVE_POINT", "TEN_POINT", "PERCENT", "POINTS"];

interface WorkFieldsProps {
  work: DraftWork;
  /** What the school has set for this kind of work; null while it is not known. */
  rule: LessonPlanQuery["journalPage"]["works"][number] | null;
  /** Points become grades, so a journal without grades has no other scale. */
  hasScales: boolean;
  hasMarks: boolean;
  isDisabled: boolean;
  onChange: (patch: Partial<DraftWork>) => void;
  onRemove: () => void;
}

/** One column of marks: its kind and title, what it weighs, and on which scale it is marked. */
export function WorkFields({ work, rule, hasScales, hasMarks, isDisabled, onChange, onRemove }: WorkFieldsProps) {
  const t = useTranslations("lessonForm");
  const words = useTranslations("words");
  return (
    <div className={classes.work}>
      <NativeSelect
        label={t("kind")}
        value={work.kind}
        onChange={(event) => onChange({ kind: event.currentTarget.value as AssessmentKind, weight: null })}
        data={KINDS.map((kind) => ({ value: kind, label: words(`workKind.${kind}`) }))}
        disabled={isDisabled}
      />
      <Weight work={work} rule={rule} isDisabled={isDisabled} onChange={onChange} />
      <ActionIcon
        variant="subtle"
        color="gray"
        size={36}
        aria-label={t("removeWork", { work: words(`workKind.${work.kind}`) })}
        title={hasMarks ? t("workHasMarks") : undefined}
        onClick={onRemove}
        disabled={isDisabled || hasMarks}
      >
        <IconTrash size={18} aria-hidden />
      </ActionIcon>
      {rule?.isLocked && <p className={`${classes.wide} ${classes.locked}`}>{t("weightLocked")}</p>}
      <TextInput
        className={classes.wide}
        aria-label={t("workTitle")}
        placeholder={t("workTitle")}
        value={work.title ?? ""}
        onChange={(event) => onChange({ title: event.currentTarget.value || null })}
        disabled={isDisabled}
      />
      {hasScales && <Scale work={work} isDisabled={isDisabled || hasMarks} onChange={onChange} />}
      {hasScales && hasMarks && <p className={`${classes.wide} ${classes.locked}`}>{t("scaleFixed")}</p>}
      <Checkbox
        className={classes.wide}
        label={t("mandatory")}
        checked={work.mandatory}
        onChange={(event) => onChange({ mandatory: event.currentTarget.checked })}
        disabled={isDisabled}
      />
    </div>
  );
}

const DECIMAL = { decimalScale: 2, decimalSeparator: ",", allowedDecimalSeparators: [",", "."], clampBehavior: "none" as const };

/** The weight of the school's rule until the teacher writes another; a locked one stays, with an older column as it was. */
function Weight({ work, rule, isDisabled, onChange }: Pick<WorkFieldsProps, "work" | "rule" | "isDisabled" | "onChange">) {
  const t = useTranslations("lessonForm");
  return (
    <NumberInput
      label={t("weight")}
      value={work.weight ?? rule?.weight ?? ""}
      onChange={(value) => value !== (work.weight ?? rule?.weight ?? "") && onChange({ weight: value === "" ? null : Number(value) })}
      min={0}
      max={99}
      step={0.5}
      disabled={isDisabled || rule?.isLocked}
      {...DECIMAL}
    />
  );
}

function Scale({ work, isDisabled, onChange }: Pick<WorkFieldsProps, "work" | "isDisabled" | "onChange">) {
  const t = useTranslations("lessonForm");
  const words = useTranslations("words");
  return (
    <>
      <NativeSelect
        className={work.scale === "POINTS" ? undefined : classes.wide}
        label={t("scale")}
        value={work.scale}
        onChange={(event) => onChange({ scale: event.currentTarget.value as WorkScale, maxPoints: null })}
        data={SCALES.map((scale) => ({ value: scale, label: words(`workScale.${scale}`) }))}
        disabled={isDisabled}
      />
      {work.scale === "POINTS" && (
        <NumberInput
          className={classes.most}
          label={t("maxPoints")}
          value={work.maxPoints ?? ""}
          onChange={(value) => onChange({ maxPoints: value === "" ? null : Number(value) })}
          min={0}
          max={9999}
          disabled={isDisabled}
          {...DECIMAL}
        />
      )}
    </>
  );
}

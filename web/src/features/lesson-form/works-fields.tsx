import { ActionIcon, Button, Checkbox, NativeSelect, NumberInput, Text, TextInput } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import type { AssessmentKind } from "@/graphql/generated/graphql";
import { newId } from "@/ui/new-id";
import { MOST_WORKS } from "./check-draft";
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

interface WorksFieldsProps {
  works: DraftWork[];
  /** Columns with marks can be changed and not taken away. */
  withMarks: ReadonlySet<string>;
  error: string | undefined;
  isDisabled: boolean;
  onEdit: (works: DraftWork[]) => void;
}

/** The lesson's columns of marks. */
export function WorksFields({ works, withMarks, error, isDisabled, onEdit }: WorksFieldsProps) {
  const t = useTranslations("lessonForm");
  const addButton = useRef<HTMLButtonElement>(null);
  const remove = (id: string) => {
    onEdit(works.filter((work) => work.id !== id));
    // The button that was pressed goes with its work: the focus must not be lost with it.
    addButton.current?.focus();
  };
  const change = (id: string, patch: Partial<DraftWork>) => onEdit(works.map((work) => (work.id === id ? { ...work, ...patch } : work)));
  return (
    <fieldset className={classes.group}>
      <legend>{t("works")}</legend>
      {works.length === 0 && (
        <Text size="sm" c="dimmed">
          {t("noWorks")}
        </Text>
      )}
      {works.map((work) => (
        <WorkFields
          key={work.id}
          work={work}
          hasMarks={withMarks.has(work.id)}
          isDisabled={isDisabled}
          onChange={(patch) => change(work.id, patch)}
          onRemove={() => remove(work.id)}
        />
      ))}
      {error && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {error}
        </Text>
      )}
      <Button
        ref={addButton}
        size="compact-sm"
        variant="light"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => onEdit([...works, newWork()])}
        disabled={isDisabled || works.length >= MOST_WORKS}
      >
        {t("addWork")}
      </Button>
    </fieldset>
  );
}

/** Most columns that are added by hand are for a control work, which everyone present must write. */
export function newWork(): DraftWork {
  return { id: newId(), kind: "CONTROL", title: null, weight: 1, mandatory: true };
}

interface WorkFieldsProps {
  work: DraftWork;
  hasMarks: boolean;
  isDisabled: boolean;
  onChange: (patch: Partial<DraftWork>) => void;
  onRemove: () => void;
}

function WorkFields({ work, hasMarks, isDisabled, onChange, onRemove }: WorkFieldsProps) {
  const t = useTranslations("lessonForm");
  const words = useTranslations("words");
  const name = words(`workKind.${work.kind}`);
  return (
    <div className={classes.work}>
      <NativeSelect
        label={t("kind")}
        value={work.kind}
        onChange={(event) => onChange({ kind: event.currentTarget.value as AssessmentKind })}
        data={KINDS.map((kind) => ({ value: kind, label: words(`workKind.${kind}`) }))}
        disabled={isDisabled}
      />
      <NumberInput
        label={t("weight")}
        value={work.weight}
        onChange={(value) => onChange({ weight: Number(value) })}
        min={0}
        max={99}
        step={0.5}
        decimalScale={2}
        decimalSeparator=","
        allowedDecimalSeparators={[",", "."]}
        clampBehavior="none"
        disabled={isDisabled}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        size={36}
        aria-label={t("removeWork", { work: name })}
        title={hasMarks ? t("workHasMarks") : undefined}
        onClick={onRemove}
        disabled={isDisabled || hasMarks}
      >
        <IconTrash size={18} aria-hidden />
      </ActionIcon>
      <TextInput
        className={classes.wide}
        aria-label={t("workTitle")}
        placeholder={t("workTitle")}
        value={work.title ?? ""}
        onChange={(event) => onChange({ title: event.currentTarget.value || null })}
        disabled={isDisabled}
      />
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

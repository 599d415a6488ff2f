import { useQuery } from "@apollo/client/react";
import { Button, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { LessonPlanDocument } from "@/graphql/generated/graphql";
import { MOST_WORKS } from "./check-draft";
import { newWork, type DraftWork } from "./lesson-draft";
import classes from "./lesson-form.module.css";
import { WorkFields } from "./work-fields";

interface WorksFieldsProps {
  journalId: string;
  works: DraftWork[];
  /** Columns with marks can be changed and not taken away. */
  withMarks: ReadonlySet<string>;
  error: string | undefined;
  isDisabled: boolean;
  onEdit: (works: DraftWork[]) => void;
}

/** The lesson's columns of marks. */
export function WorksFields({ journalId, works, withMarks, error, isDisabled, onEdit }: WorksFieldsProps) {
  const t = useTranslations("lessonForm");
  const { data } = useQuery(LessonPlanDocument, { variables: { journalId } });
  const rules = data?.journalPage;
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
          rule={rules?.works.find(({ kind }) => kind === work.kind) ?? null}
          hasScales={rules?.markingScheme === "FIVE_POINT"}
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

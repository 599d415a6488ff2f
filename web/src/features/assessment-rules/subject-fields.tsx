import { Button, Checkbox, NativeSelect } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { BandsFields } from "./bands-fields";
import type { RulesDraft, SubjectDraft } from "./rules-draft";
import classes from "./rules-form.module.css";
import { StepsFields } from "./steps-fields";
import { WorksTable } from "./works-table";

interface SubjectFieldsProps {
  draft: RulesDraft;
  names: readonly { id: string; name: string }[];
  onChange: (subjects: SubjectDraft[]) => void;
}

/** What is otherwise in single subjects: bands, numbers of marks, weights. */
export function SubjectFields({ draft, names, onChange }: SubjectFieldsProps) {
  const t = useTranslations("assessmentRules");
  const { subjects } = draft;
  const change = (at: number, part: Partial<SubjectDraft>) =>
    onChange(subjects.map((own, index) => (index === at ? { ...own, ...part } : own)));
  const taken = new Set(subjects.map(({ subjectId }) => subjectId));
  const add = (subjectId: string) => onChange([...subjects, { subjectId, bands: null, leastMarks: null, works: null }]);
  return (
    <>
      {subjects.map((own, index) => {
        const name = names.find(({ id }) => id === own.subjectId)?.name ?? "";
        return (
          <section key={own.subjectId} className={classes.subject} aria-label={name}>
            <div className={classes.subjectHead}>
              <h3>{name}</h3>
              <Button
                variant="subtle"
                color="gray"
                size="xs"
                leftSection={<IconTrash size={14} aria-hidden />}
                onClick={() => onChange(subjects.filter((_, other) => other !== index))}
              >
                {t("removeSubject")}
              </Button>
            </div>
            <Checkbox
              label={t("ownBands")}
              checked={own.bands !== null}
              onChange={(event) => change(index, { bands: event.currentTarget.checked ? { ...draft.bands } : null })}
            />
            {own.bands && <BandsFields legend={t("bands")} bands={own.bands} onChange={(bands) => change(index, { bands })} />}
            <Checkbox
              label={t("ownLeastMarks")}
              checked={own.leastMarks !== null}
              onChange={(event) => change(index, { leastMarks: event.currentTarget.checked ? draft.leastMarks : null })}
            />
            {own.leastMarks && <StepsFields steps={own.leastMarks} onChange={(leastMarks) => change(index, { leastMarks })} />}
            <Checkbox
              label={t("ownWorks")}
              checked={own.works !== null}
              onChange={(event) => change(index, { works: event.currentTarget.checked ? draft.works : null })}
            />
            {own.works && <WorksTable works={own.works} onChange={(works) => change(index, { works })} />}
          </section>
        );
      })}
      <NativeSelect
        label={t("addSubject")}
        value=""
        onChange={(event) => event.currentTarget.value && add(event.currentTarget.value)}
        data={[
          { value: "", label: t("chooseSubject") },
          ...names.filter(({ id }) => !taken.has(id)).map(({ id, name }) => ({ value: id, label: name })),
        ]}
        maw={360}
      />
    </>
  );
}

import { Checkbox, NativeSelect } from "@mantine/core";
import { useTranslations } from "next-intl";
import type { JournalListChoicesQuery } from "@/graphql/generated/graphql";
import { useViewer } from "@/graphql/viewer-context";
import { SearchField } from "@/ui/search-field";
import classes from "./journal-list.module.css";
import type { JournalSelection } from "./journal-selection";

interface FilterProps {
  selection: JournalSelection;
  onChange: (selection: JournalSelection) => void;
}

/** Free text, and a choice of one subject and one class. Without the choices the search still works. */
export function JournalListFilter({ choices, selection, onChange }: FilterProps & { choices: JournalListChoicesQuery | undefined }) {
  const t = useTranslations("journalList");
  const change = (part: Partial<JournalSelection>) => onChange({ ...selection, ...part });
  return (
    <search className={classes.filter}>
      <SearchField hint={t("searchHint")} value={selection.search} onChange={(search) => change({ search })} />
      <NativeSelect
        label={t("subject")}
        value={selection.subjectId}
        onChange={(event) => change({ subjectId: event.currentTarget.value })}
        data={[{ value: "", label: t("allSubjects") }, ...(choices?.subjects ?? []).map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <NativeSelect
        label={t("class")}
        value={selection.classId}
        onChange={(event) => change({ classId: event.currentTarget.value })}
        data={[{ value: "", label: t("allClasses") }, ...(choices?.classes ?? []).map(({ id, label }) => ({ value: id, label }))]}
      />
      <OwnJournals selection={selection} onChange={onChange} />
    </search>
  );
}

/** For those who teach and see others' journals too: the class teacher, the deputy who teaches. */
function OwnJournals({ selection, onChange }: FilterProps) {
  const t = useTranslations("journalList");
  const { personId, roles } = useViewer();
  const held = new Set(roles.map(({ role }) => role));
  const seesOthers = held.has("CLASS_TEACHER") || held.has("DEPUTY") || held.has("DIRECTOR");
  if (!held.has("TEACHER") || !seesOthers) return null;
  return (
    <Checkbox
      label={t("onlyMine")}
      className={classes.mine}
      checked={selection.teacherId === personId}
      onChange={(event) => onChange({ ...selection, teacherId: event.currentTarget.checked ? personId : "" })}
    />
  );
}

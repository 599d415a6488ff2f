import { Textarea, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import classes from "./announcements.module.css";

export interface Words {
  title: string;
  text: string;
  shownFrom: string;
  shownTo: string;
}

/** What it says and how long it is shown: in a new announcement and in a change of one. */
export function WordsFields({ words, onChange }: { words: Words; onChange: (part: Partial<Words>) => void }) {
  const t = useTranslations("announcements");
  return (
    <>
      <TextInput
        label={t("titleField")}
        value={words.title}
        maxLength={150}
        onChange={(event) => onChange({ title: event.currentTarget.value })}
      />
      <Textarea
        label={t("textField")}
        description={t("textHint")}
        value={words.text}
        maxLength={10_000}
        autosize
        minRows={6}
        maxRows={20}
        onChange={(event) => onChange({ text: event.currentTarget.value })}
      />
      <div className={classes.dates}>
        <TextInput
          type="date"
          label={t("shownFrom")}
          value={words.shownFrom}
          onChange={(event) => onChange({ shownFrom: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t("shownTo")}
          value={words.shownTo}
          min={words.shownFrom}
          onChange={(event) => onChange({ shownTo: event.currentTarget.value })}
        />
      </div>
    </>
  );
}

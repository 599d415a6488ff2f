"use client";

import { Button, Group, NativeSelect, Text } from "@mantine/core";
import { TimeInput } from "@mantine/dates";
import { useMounted } from "@mantine/hooks";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import type { NoticeSettingsFieldsFragment } from "@/graphql/generated/graphql";
import { InlineError } from "@/ui/inline-error";
import { Panel } from "@/ui/panel";
import { weekdayName } from "@/ui/school-date";
import { ChoiceTable } from "./choice-table";
import classes from "./notice-settings.module.css";
import { useSaveSettings } from "./use-save-settings";

/** The choices and the hours; nothing is saved before the button is pressed. */
export function NoticeSettingsForm({ saved }: { saved: NoticeSettingsFieldsFragment }) {
  const t = useTranslations("noticeSettings");
  const [draft, setDraft] = useState(saved);
  const { save, saving, state, error, takeTheirs } = useSaveSettings(draft, setDraft);
  // What is chosen before the page listens would be lost.
  const ready = useMounted();
  const change = (part: Partial<NoticeSettingsFieldsFragment>) => setDraft({ ...draft, ...part });
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <fieldset disabled={!ready} className={classes.fields}>
        <Panel title={t("what")}>
          <ChoiceTable choices={draft.choices} onChange={(choices) => change({ choices })} />
        </Panel>
        <Panel title={t("when")}>
          <Hours draft={draft} onChange={change} />
        </Panel>
      </fieldset>
      {state === "conflict" && (
        <div role="alert" className={classes.warning}>
          <p>{t("conflict")}</p>
          <Button variant="default" size="xs" onClick={() => void takeTheirs()}>
            {t("takeTheirs")}
          </Button>
        </div>
      )}
      {state === "failed" && <InlineError error={error} onRetry={() => void save()} />}
      <Group>
        <Button type="submit" loading={saving}>
          {t("save")}
        </Button>
        <Text role="status" c="dimmed">
          {state === "saved" && t("saved")}
        </Text>
      </Group>
    </form>
  );
}

interface HoursProps {
  draft: NoticeSettingsFieldsFragment;
  onChange: (part: Partial<NoticeSettingsFieldsFragment>) => void;
}

/** Quiet hours, and the time of the digest of the day and of the week. */
function Hours({ draft, onChange }: HoursProps) {
  const t = useTranslations("noticeSettings");
  const locale = useLocale();
  return (
    <div className={classes.hours}>
      <TimeInput
        label={t("quietFrom")}
        value={draft.quietFrom}
        onChange={(event) => onChange({ quietFrom: event.currentTarget.value })}
        required
        withAsterisk={false}
      />
      <TimeInput
        label={t("quietTo")}
        value={draft.quietTo}
        onChange={(event) => onChange({ quietTo: event.currentTarget.value })}
        required
        withAsterisk={false}
      />
      <TimeInput
        label={t("digestAt")}
        value={draft.digestAt}
        onChange={(event) => onChange({ digestAt: event.currentTarget.value })}
        required
        withAsterisk={false}
      />
      <NativeSelect
        label={t("digestWeekday")}
        value={String(draft.digestWeekday)}
        onChange={(event) => onChange({ digestWeekday: Number(event.currentTarget.value) })}
        data={WEEK.map((monday, day) => ({ value: String(day + 1), label: weekdayName(monday, locale) }))}
      />
      <Text c="dimmed" size="sm" className={classes.note}>
        {draft.quietFrom === draft.quietTo ? t("noQuiet") : t("quietNote")}
      </Text>
    </div>
  );
}

/** Some week, Monday to Sunday, for the names of its days. */
const WEEK = ["2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27", "2026-11-28", "2026-11-29"];

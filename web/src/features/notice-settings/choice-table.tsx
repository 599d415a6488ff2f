import { Checkbox, NativeSelect } from "@mantine/core";
import { useTranslations } from "next-intl";
import type { MailTime, NoticeSettingsFieldsFragment } from "@/graphql/generated/graphql";
import { DataTable } from "@/ui/data-table";

type Choice = NoticeSettingsFieldsFragment["choices"][number];

interface ChoiceTableProps {
  choices: readonly Choice[];
  onChange: (choices: Choice[]) => void;
}

/** For each kind of news: whether the portal shows it, and when a letter tells of it. */
export function ChoiceTable({ choices, onChange }: ChoiceTableProps) {
  const t = useTranslations("noticeSettings");
  const change = (kind: Choice["kind"], part: Partial<Choice>) =>
    onChange(choices.map((choice) => (choice.kind === kind ? { ...choice, ...part } : choice)));
  return (
    <DataTable
      label={t("what")}
      columns={[t("kindColumn"), t("inPortal"), t("byMail")]}
      rows={choices.map(({ kind, inPortal, byMail }) => ({
        id: kind,
        cells: [
          t(`kind.${kind}`),
          <Checkbox
            key="portal"
            aria-label={t("inPortalOf", { kind: t(`kind.${kind}`) })}
            label={t("show")}
            checked={inPortal}
            onChange={(event) => change(kind, { inPortal: event.currentTarget.checked })}
          />,
          <NativeSelect
            key="mail"
            size="sm"
            aria-label={t("byMailOf", { kind: t(`kind.${kind}`) })}
            value={byMail}
            onChange={(event) => change(kind, { byMail: event.currentTarget.value as MailTime })}
            data={TIMES.map((time) => ({ value: time, label: t(`mailTime.${time}`) }))}
          />,
        ],
      }))}
    />
  );
}

const TIMES: readonly MailTime[] = ["NEVER", "AT_ONCE", "DAILY", "WEEKLY"];

import { CloseButton, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useTranslations } from "next-intl";

/** The search above a list. */
export function SearchField({ hint, value, onChange }: { hint: string; value: string; onChange: (value: string) => void }) {
  const t = useTranslations("shell.list");
  return (
    <TextInput
      label={t("search")}
      placeholder={hint}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      leftSection={<IconSearch size={18} aria-hidden />}
      rightSection={value && <CloseButton size="sm" aria-label={t("clearSearch")} onClick={() => onChange("")} />}
    />
  );
}

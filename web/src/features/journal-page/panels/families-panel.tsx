import { Button, Checkbox, Group, Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { LinkButton } from "@/ui/link-button";
import { SidePanel } from "@/ui/side-panel";
import type { PagePupil } from "../page/page-model";

interface FamiliesPanelProps {
  journalId: string;
  pupils: readonly PagePupil[];
  today: string;
  onClose: () => void;
}

/** Whose guardians to write to: the pupils who are in the journal today. */
export function FamiliesPanel({ journalId, pupils, today, onClose }: FamiliesPanelProps) {
  const t = useTranslations("journalPanels");
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const present = pupils.filter(({ to }) => to === null || to >= today);
  const isTooMany = chosen.length > AT_ONCE;
  const href = `/messages/new?${new URLSearchParams({ journal: journalId, pupils: chosen.join(",") })}`;
  const toggle = (pupilId: string) =>
    setChosen((before) => (before.includes(pupilId) ? before.filter((other) => other !== pupilId) : [...before, pupilId]));
  return (
    <SidePanel title={t("families.title")} closeLabel={t("close")} onClose={onClose}>
      <Text size="sm" c="dimmed" mb="sm">
        {t("families.text")}
      </Text>
      <Group mb="sm" gap="xs">
        {chosen.length > 0 && !isTooMany ? (
          <LinkButton href={href} size="sm">
            {t("families.write", { count: chosen.length })}
          </LinkButton>
        ) : (
          <Button size="sm" disabled>
            {t(isTooMany ? "families.tooMany" : "families.choose")}
          </Button>
        )}
        <Button
          size="sm"
          variant="subtle"
          onClick={() => setChosen(chosen.length < present.length ? present.map(({ pupilId }) => pupilId) : [])}
        >
          {t(chosen.length < present.length ? "families.all" : "families.none")}
        </Button>
      </Group>
      {present.map(({ pupilId, name }) => (
        <Checkbox key={pupilId} py={5} label={name} checked={chosen.includes(pupilId)} onChange={() => toggle(pupilId)} />
      ))}
    </SidePanel>
  );
}

const AT_ONCE = 50;

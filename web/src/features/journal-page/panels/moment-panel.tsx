import { Button, Stack, Text, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState, type FormEvent } from "react";
import { useViewer } from "@/graphql/viewer-context";
import { parseSchoolMoment, schoolMomentAt, type SchoolMoment } from "@/ui/school-moment";
import { SidePanel } from "@/ui/side-panel";

interface MomentPanelProps {
  journalId: string;
  /** The moment at which the page is shown; null: now. */
  at: SchoolMoment | null;
  onClose: () => void;
}

/** Choosing the moment at which to see the journal. */
export function MomentPanel({ journalId, at, onClose }: MomentPanelProps) {
  const t = useTranslations("journalPanels");
  const router = useRouter();
  const { today, school } = useViewer();
  const now = `${today}T${schoolMomentAt(new Date().toISOString(), school.timeZone).slice(11)}`;
  const [typed, setTyped] = useState(at ?? now);
  const moment = parseSchoolMoment(typed.slice(0, 16));
  const isPast = moment !== undefined && moment <= now;
  const show = (event: FormEvent) => {
    event.preventDefault();
    if (isPast) router.push(`/journals/${journalId}?at=${moment}`);
  };
  return (
    <SidePanel title={t("moment.title")} closeLabel={t("close")} onClose={onClose}>
      <form onSubmit={show}>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {t("moment.text")}
          </Text>
          <TextInput
            type="datetime-local"
            label={t("moment.when")}
            value={typed}
            max={now}
            error={isPast ? null : t("moment.invalid")}
            onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          />
          <Button type="submit" disabled={!isPast}>
            {t("moment.show")}
          </Button>
        </Stack>
      </form>
    </SidePanel>
  );
}

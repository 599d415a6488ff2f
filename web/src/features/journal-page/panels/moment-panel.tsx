import { Button, Stack, Text, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState, type FormEvent } from "react";
import { useViewer } from "@/graphql/viewer-context";
import { addDays } from "@/ui/school-date";
import { instantOf, parseSchoolMoment, schoolMomentAt, type SchoolMoment } from "@/ui/school-moment";
import { SidePanel } from "@/ui/side-panel";
import type { MarkedCells } from "../cells/marked-cells";
import type { PageAssessment } from "../page/page-model";
import { ChangesList } from "./changes-list";
import classes from "./moment-panel.module.css";

interface MomentPanelProps {
  journalId: string;
  /** The moment at which the page is shown; null: now. */
  at: SchoolMoment | null;
  works: readonly PageAssessment[];
  onChanged: (cells: MarkedCells) => void;
  onClose: () => void;
}

/** The journal as of a date: choosing the moment, and what has changed between two. */
export function MomentPanel({ journalId, at, works, onChanged, onClose }: MomentPanelProps) {
  const t = useTranslations("journalPanels");
  const { today, school } = useViewer();
  const now = `${today}T${schoolMomentAt(new Date().toISOString(), school.timeZone).slice(11)}`;
  return (
    <SidePanel title={t("moment.title")} closeLabel={t("close")} onClose={onClose}>
      <ShowForm journalId={journalId} at={at} now={now} />
      <section className={classes.changes}>
        <h3>{t("moment.changes")}</h3>
        <Changes journalId={journalId} at={at} now={now} timeZone={school.timeZone} works={works} onChanged={onChanged} />
      </section>
    </SidePanel>
  );
}

function ShowForm({ journalId, at, now }: { journalId: string; at: SchoolMoment | null; now: SchoolMoment }) {
  const t = useTranslations("journalPanels");
  const router = useRouter();
  const [typed, setTyped] = useState(at ?? now);
  const moment = pastMoment(typed, now);
  const show = (event: FormEvent) => {
    event.preventDefault();
    if (moment) router.push(`/journals/${journalId}?at=${moment}`);
  };
  return (
    <form onSubmit={show}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t("moment.text")}
        </Text>
        <MomentField label={t("moment.when")} value={typed} now={now} onChange={setTyped} />
        <Button type="submit" disabled={!moment}>
          {t("moment.show")}
        </Button>
      </Stack>
    </form>
  );
}

type ChangesProps = Omit<MomentPanelProps, "onClose"> & { now: SchoolMoment; timeZone: string };

function Changes({ journalId, at, now, timeZone, works, onChanged }: ChangesProps) {
  const t = useTranslations("journalPanels");
  // Until the second moment is chosen it is now, to the second: the field tells minutes, and would leave out what was changed in this one.
  const [typed, setTyped] = useState<{ from: string; to: string | null }>({
    from: at ?? `${addDays(now.slice(0, 10), -7)}T00:00`,
    to: null,
  });
  const [asked, setAsked] = useState<{ from: string; to: string | null; count: number } | null>(null);
  const [from, to] = [pastMoment(typed.from, now), pastMoment(typed.to ?? now, now)];
  const mayAsk = from !== null && to !== null && from < to;
  const ask = (event: FormEvent) => {
    event.preventDefault();
    const end = typed.to === null ? null : to && instantOf(to, timeZone);
    if (mayAsk) setAsked({ from: instantOf(from, timeZone), to: end, count: (asked?.count ?? 0) + 1 });
  };
  return (
    <>
      <form onSubmit={ask}>
        <Stack gap="sm" mb="md">
          <MomentField label={t("moment.from")} value={typed.from} now={now} onChange={(value) => setTyped({ ...typed, from: value })} />
          <MomentField label={t("moment.to")} value={typed.to ?? now} now={now} onChange={(value) => setTyped({ ...typed, to: value })} />
          <Button type="submit" variant="default" disabled={!mayAsk}>
            {t("moment.compare")}
          </Button>
        </Stack>
      </form>
      {asked && <ChangesList key={asked.count} journalId={journalId} from={asked.from} to={asked.to} works={works} onChanged={onChanged} />}
    </>
  );
}

interface MomentFieldProps {
  label: string;
  value: string;
  now: SchoolMoment;
  onChange: (value: string) => void;
}

function MomentField({ label, value, now, onChange }: MomentFieldProps) {
  const t = useTranslations("journalPanels");
  return (
    <TextInput
      type="datetime-local"
      label={label}
      value={value}
      max={now}
      error={pastMoment(value, now) ? null : t("moment.invalid")}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}

function pastMoment(typed: string, now: SchoolMoment): SchoolMoment | null {
  const moment = parseSchoolMoment(typed.slice(0, 16));
  return moment !== undefined && moment <= now ? moment : null;
}

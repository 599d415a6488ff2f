"use client";

import { Button, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { usePathname, useRouter } from "next/navigation";
import { useState, type FormEvent } from "react";
import { useViewer } from "@/graphql/viewer-context";
import { MomentNote } from "@/ui/moment-note";
import { momentParts, parseSchoolMoment, schoolMomentAt, type SchoolMoment } from "@/ui/school-moment";
import classes from "./diary-moment.module.css";

/** Over a diary as it stood at a moment: which moment that is, and the way back. */
export function DiaryMomentNote({ at }: { at: SchoolMoment }) {
  const t = useTranslations("diary.moment");
  const pathname = usePathname();
  return (
    <div className={classes.note}>
      <MomentNote text={t("note", momentParts(at))} detail={t("why")} back={{ href: pathname, label: t("back") }} />
    </div>
  );
}

/** Under a diary, seldom wanted: choosing the moment at which to see it. */
export function DiaryMomentForm({ at }: { at: SchoolMoment | null }) {
  const t = useTranslations("diary.moment");
  const router = useRouter();
  const pathname = usePathname();
  const { today, school } = useViewer();
  const now = `${today}T${schoolMomentAt(new Date().toISOString(), school.timeZone).slice(11)}`;
  const [typed, setTyped] = useState(at ?? "");
  const moment = parseSchoolMoment(typed.slice(0, 16));
  const isPast = moment !== undefined && moment <= now;
  const show = (event: FormEvent) => {
    event.preventDefault();
    if (isPast) router.push(`${pathname}?at=${moment}`);
  };
  return (
    <details className={classes.choice} data-print-hidden open={at !== null}>
      <summary>{t("open")}</summary>
      <form onSubmit={show}>
        <TextInput
          type="datetime-local"
          label={t("when")}
          description={t("text")}
          value={typed}
          max={now}
          error={typed === "" || isPast ? null : t("invalid")}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={!isPast}>
          {t("show")}
        </Button>
      </form>
    </details>
  );
}

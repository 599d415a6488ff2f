import { NativeSelect, NumberInput, Select, Text, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { AttendanceKind } from "@/graphql/generated/graphql";
import type { AttendanceOfForm, PupilOfForm } from "./lesson-draft";
import classes from "./lesson-form.module.css";

const KINDS: AttendanceKind[] = ["ABSENT", "SICK", "EXCUSED", "LATE", "RELEASED"];

interface AttendanceFieldsProps {
  pupils: readonly PupilOfForm[];
  isDisabled: boolean;
  onChange: (pupilId: string, attendance: AttendanceOfForm) => void;
}

/** Who is not here, with reasons. Every change goes at once the way of the grid's cells, so there is no second save to forget. */
export function AttendanceFields({ pupils, isDisabled, onChange }: AttendanceFieldsProps) {
  const t = useTranslations("lessonForm");
  const present = pupils.filter(({ attendance }) => attendance.kind === null);
  const listed = pupils.filter(({ attendance }) => attendance.kind !== null);
  return (
    <fieldset className={classes.group}>
      <legend>{t("attendance")}</legend>
      <Text size="sm" c="dimmed">
        {t(listed.length === 0 ? "allPresent" : "attendanceHint")}
      </Text>
      {listed.map((pupil) => (
        <Absence key={pupil.pupilId} pupil={pupil} isDisabled={isDisabled} onChange={(attendance) => onChange(pupil.pupilId, attendance)} />
      ))}
      <Select
        aria-label={t("addAbsent")}
        placeholder={t("addAbsent")}
        data={present.map(({ pupilId, name }) => ({ value: pupilId, label: name }))}
        value={null}
        onChange={(pupilId) => pupilId && onChange(pupilId, { kind: "ABSENT", minutesLate: null, reason: null })}
        searchable
        disabled={isDisabled}
      />
    </fieldset>
  );
}

interface AbsenceProps {
  pupil: PupilOfForm;
  isDisabled: boolean;
  onChange: (attendance: AttendanceOfForm) => void;
}

function Absence({ pupil: { name, attendance }, isDisabled, onChange }: AbsenceProps) {
  const t = useTranslations("lessonForm");
  const words = useTranslations("words");
  const [reason, setReason] = useState(attendance.reason ?? "");
  const changeKind = (kind: AttendanceKind | null) => onChange({ kind, minutesLate: null, reason: kind && attendance.reason });
  const leaveReason = () => {
    const written = reason.trim() || null;
    if (written !== attendance.reason) onChange({ ...attendance, reason: written });
  };
  return (
    <div className={classes.absence}>
      <span className={classes.wide}>{name}</span>
      <NativeSelect
        aria-label={t("absenceKind", { name })}
        value={attendance.kind ?? ""}
        onChange={(event) => changeKind((event.currentTarget.value || null) as AttendanceKind | null)}
        data={[...KINDS.map((kind) => ({ value: kind, label: words(`attendance.${kind}`) })), { value: "", label: t("present") }]}
        disabled={isDisabled}
      />
      {attendance.kind === "LATE" ? (
        <NumberInput
          aria-label={t("minutesLate")}
          placeholder={t("minutesLate")}
          value={attendance.minutesLate ?? ""}
          onChange={(value) => onChange({ ...attendance, minutesLate: value === "" ? null : Number(value) })}
          min={1}
          max={90}
          allowDecimal={false}
          disabled={isDisabled}
        />
      ) : (
        <TextInput
          aria-label={t("reason")}
          placeholder={t("reason")}
          value={reason}
          maxLength={500}
          onChange={(event) => setReason(event.currentTarget.value)}
          onBlur={leaveReason}
          disabled={isDisabled}
        />
      )}
    </div>
  );
}

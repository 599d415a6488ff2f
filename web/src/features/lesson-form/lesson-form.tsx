"use client";

import { ActionIcon } from "@mantine/core";
import { IconChevronLeft, IconChevronRight, IconHistory } from "@tabler/icons-react";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef, type KeyboardEvent } from "react";
import { formatDate, weekdayName } from "@/ui/school-date";
import { SidePanel } from "@/ui/side-panel";
import { useErrorText } from "@/ui/use-error-text";
import { AttendanceFields } from "./attendance-fields";
import { HOMEWORK_LIMIT, TOPIC_LIMIT, type DraftFault } from "./check-draft";
import { FormFoot } from "./form-foot";
import { HomeworkFields } from "./homework-fields";
import { newWork, type LessonOfForm } from "./lesson-draft";
import classes from "./lesson-form.module.css";
import { TopicField } from "./topic-field";
import { useLessonForm } from "./use-lesson-form";
import { WorksFields } from "./works-fields";

export interface LessonFormProps {
  open: LessonOfForm;
  accountId: string;
  /** Opened to add a column of marks. */
  addsWork: boolean;
  onMove: (step: 1 | -1) => void;
  onHistory: () => void;
  /** The lesson is saved: the page reads itself again. */
  onSaved: () => Promise<void>;
  onClose: () => void;
}

/** The record of one lesson beside the journal: topic, homework, columns of marks, attendance. Give it the lesson's id as key. */
export function LessonForm({ open, accountId, addsWork, onMove, onHistory, onSaved, onClose }: LessonFormProps) {
  const t = useTranslations("lessonForm");
  const errorText = useErrorText();
  const form = useLessonForm(open, accountId, onSaved);
  const { draft, faults, edit } = form;
  const isDisabled = open.obstacle !== null;
  const body = useRef<HTMLDivElement>(null);

  useEffect(() => {
    body.current?.querySelector<HTMLElement>("[data-autofocus]")?.focus();
  }, []);
  const addFirstWork = useRef(addsWork && open.obstacle === null);
  useEffect(() => {
    if (addFirstWork.current) edit({ works: [...draft.works, newWork()] });
    addFirstWork.current = false;
  });

  const saveByKey = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    if (!isDisabled && form.state !== "SAVING") form.save();
  };
  const fault = (field: keyof typeof faults, ofApi: string) => {
    const own = faults[field];
    return own ? t(`errors.${own}`, { limit: limitOf(own) }) : form.errorAt === ofApi ? errorText(form.error) : undefined;
  };

  return (
    <SidePanel
      title={t("title", { date: formatDate(open.lesson.date) })}
      closeLabel={t("close")}
      onClose={onClose}
      takesFocus={open.obstacle !== null}
      actions={<Steps open={open} onMove={onMove} onHistory={onHistory} />}
    >
      <div ref={body} className={classes.form} onKeyDown={saveByKey}>
        <Subtitle lesson={open.lesson} />
        {open.obstacle && <p className={classes.obstacle}>{t(`obstacle.${open.obstacle}`)}</p>}
        <TopicField
          journalId={open.journalId}
          taughtTopicId={open.taughtTopicId}
          draft={draft}
          error={fault("topic", "topic")}
          isDisabled={isDisabled}
          onEdit={edit}
        />
        <HomeworkFields
          draft={draft}
          laterDates={open.laterDates}
          textError={fault("homework", "text")}
          minutesError={fault("minutes", "expectedMinutes")}
          isDisabled={isDisabled}
          onEdit={edit}
        />
        <WorksFields
          journalId={open.journalId}
          works={draft.works}
          withMarks={new Set(open.works.filter(({ hasMarks }) => hasMarks).map(({ id }) => id))}
          error={fault("works", "assessments")}
          isDisabled={isDisabled}
          onEdit={(works) => edit({ works })}
        />
        <AttendanceFields pupils={open.pupils} isDisabled={isDisabled} onChange={open.setAttendance} />
        {open.obstacle === null && <FormFoot form={form} topicNow={open.lesson.topic} />}
      </div>
    </SidePanel>
  );
}

function limitOf(fault: DraftFault): number {
  return fault === "homeworkLong" ? HOMEWORK_LIMIT : TOPIC_LIMIT;
}

function Subtitle({ lesson: { date, slot, startsAt, status, teacher } }: Pick<LessonOfForm, "lesson">) {
  const t = useTranslations("lessonForm");
  const locale = useLocale();
  const weekday = weekdayName(date, locale);
  return (
    <p className={classes.subtitle}>
      {startsAt ? t("subtitleAt", { weekday, slot, time: startsAt }) : t("subtitle", { weekday, slot })} · {teacher} ·{" "}
      {t(status === "HELD" ? "recorded" : "notRecorded")}
    </p>
  );
}

function Steps({ open, onMove, onHistory }: Pick<LessonFormProps, "open" | "onMove" | "onHistory">) {
  const t = useTranslations("lessonForm");
  return (
    <>
      <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t("history")} onClick={onHistory}>
        <IconHistory size={20} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={t("previous")}
        disabled={!open.hasPrevious}
        onClick={() => onMove(-1)}
      >
        <IconChevronLeft size={20} aria-hidden />
      </ActionIcon>
      <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t("next")} disabled={!open.hasNext} onClick={() => onMove(1)}>
        <IconChevronRight size={20} aria-hidden />
      </ActionIcon>
    </>
  );
}

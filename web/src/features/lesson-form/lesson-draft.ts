import { newId } from "@/ui/new-id";
import type { AssessmentKind, AttendanceKind, LessonStatus, WorkScale } from "@/graphql/generated/graphql";

/** What the form is given of a lesson: the page that it stands beside knows it. */
export interface LessonOfForm {
  journalId: string;
  isForeignLanguage: boolean;
  lesson: {
    id: string;
    date: string;
    slot: number;
    startsAt: string | null;
    status: LessonStatus;
    topic: string | null;
    planTopicId: string | null;
    homework: string | null;
    homeworkDueOn: string | null;
    homeworkMinutes: number | null;
    homeworkVersion: number | null;
    version: number;
    teacher: string;
  };
  works: (DraftWork & { hasMarks: boolean })[];
  pupils: PupilOfForm[];
  obstacle: "READ_ONLY" | "CANCELLED" | "FUTURE" | null;
  /** The topic of the plan that was taught last before this lesson: the next one is likely. */
  taughtTopicId: string | null;
  /** Dates of the journal's later lessons, for homework. */
  laterDates: string[];
  hasPrevious: boolean;
  hasNext: boolean;
  setAttendance: (pupilId: string, attendance: AttendanceOfForm) => void;
}

export interface PupilOfForm {
  pupilId: string;
  name: string;
  attendance: AttendanceOfForm;
}

export interface AttendanceOfForm {
  kind: AttendanceKind | null;
  minutesLate: number | null;
  reason: string | null;
}

export interface DraftWork {
  id: string;
  kind: AssessmentKind;
  title: string | null;
  /** Null: that of the school's rules. */
  weight: number | null;
  mandatory: boolean;
  scale: WorkScale;
  /** Of a work in points: the most that there are. */
  maxPoints: number | null;
}

/** What the teacher writes of a lesson. */
export interface LessonDraft {
  topic: string;
  planTopicId: string | null;
  homework: string;
  /** Null: the next lesson. */
  dueOn: string | null;
  minutes: number | null;
  works: DraftWork[];
}

/** The versions that the teacher saw when the draft was begun. */
export interface DraftBase {
  lessonVersion: number;
  homeworkVersion: number;
}

export function draftOf({ lesson, works }: LessonOfForm): LessonDraft {
  return {
    topic: lesson.topic ?? "",
    planTopicId: lesson.planTopicId,
    homework: lesson.homework ?? "",
    dueOn: lesson.homeworkDueOn,
    minutes: lesson.homeworkMinutes,
    works: works.map(({ id, kind, title, weight, mandatory, scale, maxPoints }) => ({
      id,
      kind,
      title,
      weight,
      mandatory,
      scale,
      maxPoints,
    })),
  };
}

export function baseOf({ lesson }: LessonOfForm): DraftBase {
  return { lessonVersion: lesson.version, homeworkVersion: lesson.homeworkVersion ?? 0 };
}

export function sameDraft(one: LessonDraft, other: LessonDraft): boolean {
  return sameLesson(one, other) && sameHomework(one, other);
}

/** What `recordLesson` would change. */
export function sameLesson(one: LessonDraft, other: LessonDraft): boolean {
  const isSameTopic = one.topic.trim() === other.topic.trim() && one.planTopicId === other.planTopicId;
  return isSameTopic && JSON.stringify(one.works) === JSON.stringify(other.works);
}

/** What `setHomework` would change; a date and minutes without a text are nothing. */
export function sameHomework(one: LessonDraft, other: LessonDraft): boolean {
  const text = one.homework.trim();
  if (text !== other.homework.trim()) return false;
  return text === "" || (one.dueOn === other.dueOn && one.minutes === other.minutes);
}

/** Most columns that are added by hand are for a control work, which everyone present must write. */
export function newWork(): DraftWork {
  return { id: newId(), kind: "CONTROL", title: null, weight: null, mandatory: true, scale: "FIVE_POINT", maxPoints: null };
}

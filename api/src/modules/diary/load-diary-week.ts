import type { Database } from "../../kernel/database";
import { notFound } from "../../kernel/refusal";
import type { Viewer } from "../../kernel/viewer";
import type { AttendanceKind } from "../attendance/attendance-kind";
import { asItStood } from "../history/as-it-stood";
import type { PastMoment } from "../history/moment";
import { LessonStatus } from "../lessons/lesson-status";
import { toCountedPoints, type PackedPoints } from "../marks/counted-points";
import type { AssessmentKind } from "../assessment-rules/assessment-kind";
import type { DiaryHomework, DiaryLesson, DiaryResit, DiaryWeek } from "./diary-week";
import { DIARY_WEEK } from "./diary-week-statement";

/** The week that holds a date, of a pupil whose diary is the viewer's; as it stood at `moment`. @throws Refusal NOT_FOUND when it is not. */
export async function loadDiaryWeek(
  database: Database,
  viewer: Viewer,
  pupilId: string,
  date: string,
  moment: PastMoment | null,
): Promise<DiaryWeek> {
  const dates = schoolWeek(date);
  const [startsOn, endsOn] = [dates[0]!, dates.at(-1)!];
  const values = [viewer.schoolId, pupilId, [...viewer.diaries], startsOn, endsOn];
  const [row] = moment
    ? await database.read<DiaryWeekRow>(viewer.schoolId, DIARY_WEEK_AT, [...values, moment.date, moment.at])
    : await database.read<DiaryWeekRow>(viewer.schoolId, DIARY_WEEK, [...values, viewer.today]);
  if (!row) throw notFound("Дневник");
  const lessons = toLessons(row);
  return {
    pupilId,
    pupilName: row.name,
    classLabel: row.class_label,
    startsOn,
    endsOn,
    days: dates.map((day) => ({
      date: day,
      holiday: row.holidays?.[day] ?? null,
      lessons: lessons.filter((lesson) => lesson.date === day).map(({ lesson }) => lesson),
      resits: (row.resits ?? []).filter(([plannedOn]) => plannedOn === day).map(toResit),
    })),
    debts: (row.debts ?? []).map(([subject, kind, title, lessonDate, until]) => ({ subject, kind, title, date: lessonDate, until })),
  };
}

/** $6 is the day of the moment, $7 the moment. */
const DIARY_WEEK_AT = asItStood(DIARY_WEEK, { at: "$7", date: "$6" });

const DAY = 86_400_000;

/** Monday to Saturday of the week that holds the date; a Sunday belongs to the days before it. */
export function schoolWeek(date: string): string[] {
  const midnight = Date.parse(date);
  const monday = midnight - ((new Date(midnight).getUTCDay() + 6) % 7) * DAY;
  return Array.from({ length: 6 }, (_, day) => new Date(monday + day * DAY).toISOString().slice(0, 10));
}

/** Lists are null when they are empty. */
interface DiaryWeekRow {
  name: string;
  class_label: string | null;
  holidays: Record<string, string> | null;
  lessons: PackedLesson[] | null;
  marks: PackedMark[] | null;
  debts: [subject: string, kind: AssessmentKind, title: string | null, date: string, until: string][] | null;
  attendance: [lessonId: string, kind: AttendanceKind, minutesLate: number | null, reason: string | null][] | null;
  resits: PackedResit[] | null;
}

type PackedResit = [
  plannedOn: string,
  lessonId: string,
  subject: string,
  kind: AssessmentKind,
  title: string | null,
  workDate: string,
  note: string | null,
  isDone: boolean,
];

function toResit([, lessonId, subject, kind, title, workDate, note, isDone]: PackedResit): DiaryResit {
  return { lessonId, subject, kind, title, workDate, note, isDone };
}

type PackedLesson = [
  lessonId: string,
  date: string,
  slot: number,
  startsAt: string | null,
  endsAt: string | null,
  subject: string,
  room: string | null,
  teacher: string,
  status: LessonStatus,
  topic: string | null,
  given: string | null,
  givenDueOn: string | null,
  givenMinutes: number | null,
  due: PackedHomework[] | null,
  teacherId: string,
];

type PackedHomework = [text: string, givenOn: string, dueOn: string | null, expectedMinutes: number | null];

type PackedMark = [
  lessonId: string,
  value: string,
  kind: AssessmentKind,
  title: string | null,
  weight: number,
  comment: string | null,
  setAt: string,
  attempt: number,
  points: PackedPoints,
  debtUntil: string | null,
  id: string,
];

function toLessons(row: DiaryWeekRow): { date: string; lesson: DiaryLesson }[] {
  const lessons = (row.lessons ?? []).map((packed) => ({ date: packed[1], lesson: toLesson(packed) }));
  const byId = new Map(lessons.map(({ lesson }) => [lesson.lessonId, lesson]));
  for (const [lessonId, value, kind, title, weight, comment, setAt, attempt, points, debtUntil, id] of row.marks ?? []) {
    const mark = { id, value, kind, title, weight, comment, setAt, attempt, points: toCountedPoints(points), debtUntil };
    byId.get(lessonId)?.marks.push(mark);
  }
  for (const [lessonId, kind, minutesLate, reason] of row.attendance ?? []) {
    const lesson = byId.get(lessonId);
    if (lesson) lesson.attendance = { kind, minutesLate, reason };
  }
  return lessons;
}

function toLesson(packed: PackedLesson): DiaryLesson {
  const [lessonId, date, slot, startsAt, endsAt, subject, room, teacher, status, topic, given, givenDueOn, givenMinutes, due, teacherId] =
    packed;
  const homeworkDue = (due ?? []).map(toHomework);
  const homeworkGiven = given === null ? null : toHomework([given, date, givenDueOn, givenMinutes]);
  return {
    lessonId,
    slot,
    startsAt,
    endsAt,
    subject,
    room,
    teacher,
    teacherId,
    status,
    topic,
    homeworkDue,
    homeworkGiven,
    marks: [],
    attendance: null,
  };
}

function toHomework([text, givenOn, dueOn, expectedMinutes]: PackedHomework): DiaryHomework {
  return { text, givenOn, dueOn, expectedMinutes };
}

import type { LessonPlan } from "../../api/dist/modules/imports/plan-lessons.js";
import { storedTermMark } from "../../api/dist/modules/term-marks/term-mark-value.js";
import { type Absence, PupilAttendance } from "./attendance-maker.ts";
import { idSequence } from "./demo-ids.ts";
import type { Book } from "./journal-book.ts";
import { Abilities, MOST_POINTS, type Column } from "./marks-maker.ts";
import type { PlannedTopic } from "./plan-maker.ts";
import type { RecordTables } from "./record-tables.ts";
import { plusDays } from "./school-calendar.ts";
import { lessonKey, type Replacement } from "./staff-absences.ts";
import type { TermMark } from "./term-marks-maker.ts";

/** The hour of today at which the demo school stands: earlier lessons are recorded, later ones are still to be. */
const NOW = "11:30";
const ZONE = "+03";
/** So long a debt lasts by the school's rules, and so long after its lesson some are still open. */
const DEBT_DAYS = 14;
const DEBT_SHOWN_DAYS = 21;

/** A lesson that has been: who recorded it when, and what its records repeat. */
export interface RecordedLesson {
  id: string;
  book: Book;
  date: string;
  slot: number;
  /** The moment of its end, for PostgreSQL. */
  at: string;
  by: string;
}

/** One mark as it is written. */
export interface MarkCell {
  assessment: string;
  pupilId: string;
  attempt: number;
  /** Null: a debt, to be handed in by its day. */
  grade: number | null;
  points: number | null;
  debtUntil: string | null;
  /** It was retaken: the last mark counts, as the school's rules have it. */
  isRetaken: boolean;
  comment: string | null;
}

/** What counts wholly, and what a mark counts that is a debt or was retaken. */
const [WHOLE_SHARE, NO_SHARE] = [2520, 0];

/** What a keeper knows of its school. */
export interface KeptSchool {
  id: string;
  seed: string;
  today: string;
  /** Whether the teacher forgot to record a lesson that has been. */
  isForgotten: (lesson: LessonPlan) => boolean;
  replacements: ReadonlyMap<string, Replacement>;
}

/** Knows the school, today and the pupils, and puts rows into the tables. */
export class RecordKeeper {
  readonly abilities: Abilities;
  private readonly attendance = new Map<number, Map<string, PupilAttendance>>();
  private readonly nextId: (moment: number) => string;
  private readonly moments = new Map<string, number>();
  private readonly tables: RecordTables;
  private readonly school: KeptSchool;

  constructor(tables: RecordTables, school: KeptSchool) {
    this.tables = tables;
    this.school = school;
    this.abilities = new Abilities(school.seed);
    this.nextId = idSequence(`${school.seed} records`);
  }

  get seed(): string {
    return this.school.seed;
  }

  /** Whether a day is over at the school. */
  isPast(date: string): boolean {
    return date < this.school.today;
  }

  /** The last day of a debt for a lesson of this date; null when that is so long ago that the work was handed in. */
  debtUntil(date: string): string | null {
    return plusDays(date, DEBT_SHOWN_DAYS) > this.school.today ? plusDays(date, DEBT_DAYS) : null;
  }

  absenceOf(pupilId: string, { date, slot, book }: RecordedLesson): Absence | null {
    const start = Number(date.slice(0, 4)) - (date.slice(5) < "09" ? 1 : 0);
    let year = this.attendance.get(start);
    if (!year) this.attendance.set(start, (year = new Map()));
    let pupil = year.get(pupilId);
    if (!pupil)
      year.set(pupilId, (pupil = new PupilAttendance(`${this.seed} ${pupilId} ${start}`, `${start}-09-01`, `${start + 1}-05-31`)));
    return pupil.at(date, slot, book.subject);
  }

  addPlanTopic(book: Book, { number, section, title, work, homework, plannedOn }: PlannedTopic): string {
    const id = this.newId(book.lessons[0]!.date);
    this.tables.planTopics.add([this.school.id, id, book.id, number, section, title, 1, work, homework, plannedOn]);
    return id;
  }

  /** Writes a lesson with what became of it; answers it when it was held, so that its records can follow. */
  addLesson(book: Book, lesson: LessonPlan, topic: PlannedTopic, planTopicId: string): RecordedLesson | null {
    const { date, slot, starts_at, ends_at, teacher_id, room } = lesson;
    const id = this.newId(date);
    const replacement = this.school.replacements.get(lessonKey(lesson));
    const isCancelled = replacement?.kind === "CANCELLED";
    const isHeld = !isCancelled && this.isRecorded(lesson);
    const recorded = isHeld ? { id, book, date, slot, at: `${date} ${ends_at}:00${ZONE}`, by: replacement?.staffId ?? teacher_id } : null;
    this.tables.lessons.add([
      ...[this.school.id, id, book.id, date, slot, starts_at, ends_at, isCancelled ? "CANCELLED" : isHeld ? "HELD" : "PLANNED", teacher_id],
      ...[recorded?.by ?? null, room, isHeld ? topic.title : null, planTopicId, recorded?.at ?? null, recorded?.by ?? null, isHeld ? 2 : 1],
    ]);
    if (replacement) {
      const { kind, staffId, reason, orderNumber, orderDate } = replacement;
      this.tables.substitutions.add([this.school.id, this.newId(date), id, book.id, date, kind, staffId, reason, orderNumber, orderDate]);
    }
    return recorded;
  }

  addAbsence({ id, book, date, at, by }: RecordedLesson, pupilId: string, { kind, minutesLate, reason, document }: Absence): void {
    const row = [this.school.id, this.newId(date), id, book.id, date, pupilId, kind, minutesLate, reason, document, at, by];
    this.tables.attendance.add(row);
  }

  addAssessment({ id: lessonId, date }: RecordedLesson, number: number, { kind, weight, title, mandatory, scale }: Column): string {
    const id = this.newId(date);
    const counted = [scale ?? "FIVE_POINT", scale === "POINTS" ? MOST_POINTS : null];
    this.tables.assessments.add([this.school.id, id, lessonId, number, kind, weight, title, mandatory, ...counted]);
    return id;
  }

  addMark({ id, book, date, at, by }: RecordedLesson, mark: MarkCell): void {
    const { assessment, pupilId, attempt, grade, points, debtUntil, isRetaken, comment } = mark;
    const isPassFail = book.scheme === "PASS_FAIL" && grade !== null;
    const [five, passed] = isPassFail ? [null, grade > 2] : [grade, null];
    const share = grade === null || isRetaken ? NO_SHARE : WHOLE_SHARE;
    const place = [this.school.id, this.newId(date), assessment, id, book.id, date, pupilId, attempt];
    this.tables.marks.add([...place, five, passed, points, debtUntil, share, comment, at, by]);
  }

  addHomework({ id, book, date, at, by }: RecordedLesson, text: string, dueOn: string, minutes: number): void {
    this.tables.homework.add([this.school.id, this.newId(date), id, book.id, text, dueOn, minutes, at, by]);
  }

  addTermMark(book: Book, pupilId: string, { kind, termId, date }: MarkedPeriod, { value, suggested, reason }: TermMark): void {
    const isGrade = suggested !== null && /^[1-5]$/.test(suggested);
    const asSuggested = isGrade ? [Number(suggested), null] : [null, suggested];
    const given = [...storedTermMark(value), ...asSuggested, reason, `${date} 15:00:00${ZONE}`, book.teacherId];
    this.tables.termMarks.add([this.school.id, this.newId(date), book.id, pupilId, kind, termId, ...given]);
  }

  private isRecorded(lesson: LessonPlan): boolean {
    const { today, isForgotten } = this.school;
    const hasBeen = lesson.date < today || (lesson.date === today && lesson.ends_at <= NOW);
    return hasBeen && !isForgotten(lesson);
  }

  private newId(date: string): string {
    let moment = this.moments.get(date);
    if (moment === undefined) this.moments.set(date, (moment = Date.parse(`${date}T06:00:00Z`)));
    return this.nextId(moment);
  }
}

/** What a mark is for: a term, or with all of them the year; and the day on which it is given. */
export interface MarkedPeriod {
  kind: "TERM" | "YEAR" | "EXAM" | "FINAL";
  termId: string | null;
  date: string;
}

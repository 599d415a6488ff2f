import type { LessonPlan } from "../../api/dist/modules/imports/plan-lessons.js";
import type { Book } from "./journal-book.ts";
import { type Random, seededRandom } from "./random.ts";
import { plusDays } from "./school-calendar.ts";

/** What became of one lesson of a teacher who was away. */
export interface Replacement {
  kind: "TEACHER" | "CANCELLED";
  staffId: string | null;
  reason: string;
  orderNumber: string;
  orderDate: string;
}

const REASONS = [
  "Больничный лист",
  "Больничный лист",
  "Курсы повышения квалификации",
  "Служебная командировка",
  "Отпуск без сохранения заработной платы",
];
/** How many times a teacher is away in a year, on the average. */
const TIMES_A_YEAR = 1.4;

/** The replacements of both years by lesson; today `favourite` takes the first one that he is free for. */
export function planReplacements(seed: string, books: readonly Book[], today: string, favourite: string): ReadonlyMap<string, Replacement> {
  const random = seededRandom(`${seed} replacements`);
  const lessons = books.flatMap((book) => book.lessons.map((lesson) => ({ lesson, book })));
  const busy = new Set(lessons.map(({ lesson }) => timeKey(lesson.teacher_id, lesson)));
  const colleagues = colleaguesBySubject(books);
  const byTeacher = Map.groupBy(lessons, ({ lesson }) => lesson.teacher_id);
  const replacements = new Map<string, Replacement>();
  let isFavouriteWaiting = true;
  for (const [teacher, own] of byTeacher) {
    const away = absences(
      random,
      own.map(({ lesson }) => lesson.date),
      today,
      isFavouriteWaiting && teacher !== favourite,
    );
    for (const { lesson, book } of own) {
      const span = away.find(({ from, to }) => from <= lesson.date && lesson.date <= to);
      // Nobody knows yet who will be ill after tomorrow.
      if (!span || lesson.date > plusDays(today, 1) || book.kind === "HOME") continue;
      const candidates = random.shuffle([...(colleagues.get(book.subject) ?? [])]);
      const wanted = isFavouriteWaiting && lesson.date === today ? [favourite, ...candidates] : candidates;
      const substitute = wanted.find((staffId) => staffId !== teacher && !busy.has(timeKey(staffId, lesson)));
      if (substitute) busy.add(timeKey(substitute, lesson));
      if (substitute === favourite && lesson.date === today) isFavouriteWaiting = false;
      replacements.set(lessonKey(lesson), {
        ...{ kind: substitute ? "TEACHER" : "CANCELLED", staffId: substitute ?? null, reason: span.reason },
        ...{ orderNumber: `${span.number}-з`, orderDate: span.from },
      });
    }
  }
  return replacements;
}

export function lessonKey({ journal_id, date, slot }: LessonPlan): string {
  return `${journal_id} ${date} ${slot}`;
}

interface Span {
  from: string;
  to: string;
  reason: string;
  number: number;
}

function absences(random: Random, dates: readonly string[], today: string, mayBeToday: boolean): Span[] {
  const years = [
    ...Map.groupBy(dates.toSorted(), (date) => (date.slice(5) < "08" ? Number(date.slice(0, 4)) - 1 : Number(date.slice(0, 4)))).values(),
  ];
  const spans = years.flatMap((days) =>
    Array.from({ length: Math.floor(random.next() * 2 * TIMES_A_YEAR + 0.5) }, (): Span => {
      const from = random.pick(days);
      return { from, to: plusDays(from, random.between(0, 6)), reason: random.pick(REASONS), number: random.between(20, 300) };
    }),
  );
  const isAwayToday = mayBeToday && dates.includes(today) && random.chance(0.08);
  return isAwayToday ? [...spans, { from: plusDays(today, -1), to: plusDays(today, 2), reason: REASONS[0]!, number: 301 }] : spans;
}

function colleaguesBySubject(books: readonly Book[]): ReadonlyMap<string, ReadonlySet<string>> {
  const bySubject = new Map<string, Set<string>>();
  for (const { subject, teacherId } of books) bySubject.set(subject, (bySubject.get(subject) ?? new Set()).add(teacherId));
  return bySubject;
}

/** Both shifts have their own bells: the time of the day tells, not the number of the lesson. */
function timeKey(staffId: string, { date, starts_at }: LessonPlan): string {
  return `${staffId} ${date} ${starts_at}`;
}

import type { Absence } from "./attendance-maker.ts";
import { homeworkFor, minutesFor } from "./homework-texts.ts";
import type { Book, BookPupil } from "./journal-book.ts";
import { commentFor } from "./mark-comments.ts";
import { columnsOf, pointsFor, type Column } from "./marks-maker.ts";
import { type PlannedTopic, planTopics } from "./plan-maker.ts";
import { type Random, seededRandom } from "./random.ts";
import type { RecordedLesson, RecordKeeper } from "./record-keeper.ts";
import type { TermSums } from "./term-sums.ts";

/** Writes one journal of the school into the tables: its plan, every lesson, and what was recorded of those that have been. `sums` count it. */
export function recordBook(keeper: RecordKeeper, book: Book, sums: TermSums): void {
  const random = seededRandom(`${keeper.seed} ${book.id}`);
  const topics = planTopics(book);
  const topicIds = topics.map((topic) => keeper.addPlanTopic(book, topic));
  for (const [index, lesson] of book.lessons.entries()) {
    const topic = topics[index]!;
    const recorded = keeper.addLesson(book, lesson, topic, topicIds[index]!);
    if (recorded) recordLesson(keeper, random, { lesson: recorded, topic, next: book.lessons[index + 1]?.date ?? null, sums });
  }
}

interface Recording {
  lesson: RecordedLesson;
  topic: PlannedTopic;
  /** The date of the journal's next lesson. */
  next: string | null;
  sums: TermSums;
}

function recordLesson(keeper: RecordKeeper, random: Random, recording: Recording): void {
  const { lesson, topic, next, sums } = recording;
  const { book, date } = lesson;
  const present: BookPupil[] = [];
  for (const pupil of book.pupils) {
    if (date < pupil.from || date > pupil.to) continue;
    const absence = keeper.absenceOf(pupil.id, lesson);
    if (absence) keeper.addAbsence(lesson, pupil.id, absence);
    sums.countLesson(book, pupil.id, date, absence?.kind ?? null);
    if (!isAway(absence)) present.push(pupil);
  }
  if (book.scheme !== "NONE") setMarks(keeper, random, recording, present);
  const text = next ? homeworkFor(random, book, topic) : null;
  if (text) keeper.addHomework(lesson, text, next!, minutesFor(random, book));
}

function isAway(absence: Absence | null): boolean {
  return absence !== null && absence.kind !== "LATE";
}

function setMarks(keeper: RecordKeeper, random: Random, { lesson, topic, sums }: Recording, present: readonly BookPupil[]): void {
  for (const [index, column] of columnsOf(random, lesson.book, topic.work, topic.title).entries()) {
    const asked = column.share === 1 ? present : present.filter(() => random.next() < column.share);
    if (asked.length === 0) continue;
    const assessment = keeper.addAssessment(lesson, index + 1, column);
    for (const { id: pupilId } of asked) setMark(keeper, random, { lesson, assessment, column, pupilId, sums });
  }
}

interface Cell {
  lesson: RecordedLesson;
  assessment: string;
  column: Column;
  pupilId: string;
  sums: TermSums;
}

function setMark(keeper: RecordKeeper, random: Random, { lesson, assessment, column, pupilId, sums }: Cell): void {
  const { kind, weight, mandatory, scale } = column;
  const grade = keeper.abilities.grade(random, pupilId, lesson.book, kind);
  const debtUntil = keeper.debtUntil(lesson.date);
  if (grade === 2 && !mandatory && debtUntil !== null && random.chance(0.5)) {
    const debt = { grade: null, points: null, debtUntil, isRetaken: false, comment: null };
    return keeper.addMark(lesson, { assessment, pupilId, attempt: 1, ...debt });
  }
  // A failed control work is written again: both marks stand, 2/4, and the last one counts.
  const better = grade === 2 && mandatory && random.chance(0.6) ? random.pick([3, 3, 3, 4]) : null;
  const marks = [
    { grade, isRetaken: better !== null, comment: commentFor(random, grade, kind) },
    ...(better === null ? [] : [{ grade: better, isRetaken: false, comment: "Исправлено" }]),
  ];
  for (const [index, mark] of marks.entries()) {
    const points = scale ? pointsFor(random, mark.grade, scale) : null;
    keeper.addMark(lesson, { assessment, pupilId, attempt: index + 1, points, debtUntil: null, ...mark });
  }
  sums.countMark(lesson.book, pupilId, lesson.date, better ?? grade, weight);
}

import type { LessonPlan } from "../../api/dist/modules/imports/plan-lessons.js";
import type { Book } from "./journal-book.ts";
import { seededRandom } from "./random.ts";
import { plusDays } from "./school-calendar.ts";

const FORGETFUL_TEACHERS = 5;

/** Says which lessons of the last ten days were not recorded: some of a few teachers, for the deputy to find. */
export function forgetfulness(seed: string, books: readonly Book[], today: string): (lesson: LessonPlan) => boolean {
  const random = seededRandom(`${seed} forgetful`);
  const teachers = [...new Set(books.map(({ teacherId }) => teacherId))].toSorted();
  const forgetful = new Set(random.shuffle(teachers).slice(0, FORGETFUL_TEACHERS));
  const since = plusDays(today, -10);
  return ({ teacher_id, date }) => date >= since && date < today && forgetful.has(teacher_id) && random.chance(0.2);
}

import type { AssessmentRules } from "../assessment-rules/assessment-rules";
import { AttendanceKind, AWAY } from "../attendance/attendance-kind";
import { MarkingScheme } from "../journals/marking-scheme";
import { LessonStatus } from "../lessons/lesson-status";
import { averageText, type MarkSummer } from "../marks/weighted-average";
import { suggestTermMark, type TermFacts } from "../term-marks/suggest-term-mark";
import { toTermSuggestion } from "../term-marks/term-suggestion";
import type { PagePupil } from "./journal-page";
import type { JournalPageRow } from "./unpack-journal-page";

/** Lessons of one pupil's term. */
type LessonCounts = Pick<TermFacts, "held" | "missed" | "missedSick">;

/** Writes each pupil's average of the term and, in a journal of grades, the mark that the rules suggest. */
export function writeSuggestions(
  pupils: readonly PagePupil[],
  sumOf: ReadonlyMap<string, MarkSummer>,
  row: JournalPageRow,
  rules: AssessmentRules,
): void {
  const lessonsOf = countLessons(pupils, row);
  for (const pupil of pupils) {
    const { sum } = sumOf.get(pupil.pupilId)!;
    pupil.average = averageText(sum);
    if (row.marking_scheme !== MarkingScheme.FIVE_POINT) continue;
    const facts = { ...lessonsOf.get(pupil.pupilId)!, sum, weeklyHoursTenths: row.hours };
    const suggestion = suggestTermMark(facts, rules);
    pupil.suggested = suggestion.grade;
    pupil.suggestion = toTermSuggestion(suggestion, facts);
  }
}

/** Lessons held while each pupil was in the list, here and, for one who came within the term, elsewhere before. */
function countLessons(pupils: readonly PagePupil[], { lessons, attendance, former_lessons }: JournalPageRow): Map<string, LessonCounts> {
  const heldOn = new Map(
    (lessons ?? []).flatMap(([id, date, , , , , status]) => (status === LessonStatus.HELD ? [[id, date] as const] : [])),
  );
  const dates = [...heldOn.values()];
  const isHere = ({ from, to }: PagePupil, date: string) => (from === null || date >= from) && (to === null || date <= to);
  const counts = new Map(
    pupils.map((pupil) => {
      const held = pupil.from === null && pupil.to === null ? dates.length : dates.filter((date) => isHere(pupil, date)).length;
      return [pupil.pupilId, { held, missed: 0, missedSick: 0 }];
    }),
  );
  for (const [lessonId, pupilId, kind] of attendance ?? []) {
    const count = counts.get(pupilId);
    if (!count || !AWAY.has(kind) || !heldOn.has(lessonId)) continue;
    count.missed += 1;
    if (kind === AttendanceKind.SICK) count.missedSick += 1;
  }
  for (const [pupilId, held, missed, sick] of former_lessons ?? []) {
    const count = counts.get(pupilId);
    if (!count) continue;
    count.held += held;
    count.missed += missed;
    count.missedSick += sick;
  }
  return counts;
}

import type { Database, Statement } from "../../kernel/database";
import { notFound } from "../../kernel/refusal";
import { readableJournals, seesWholeSchool, type Viewer } from "../../kernel/viewer";
import { asItStood } from "../history/as-it-stood";
import type { PastMoment } from "../history/moment";
import type { PageAssessment } from "../marks/page-mark";
import type { JournalPage } from "./journal-page";
import { JOURNAL_PAGE } from "./journal-page-statement";
import type { AskedPage } from "./load-journal-page";
import { unpackJournalPage, type JournalPageRow } from "./unpack-journal-page";

/**
 * The page as it stood at a moment [1.4.4]: to be read only, with averages by the rule of that day. Without `termId`: the term of that day.
 * @throws Refusal NOT_FOUND when the journal is not the viewer's, or has no such term.
 */
export async function loadJournalPageAt(
  database: Database,
  viewer: Viewer,
  { journalId, termId, withTopics }: AskedPage,
  { at, date }: PastMoment,
): Promise<JournalPage> {
  const journals = seesWholeSchool(viewer) ? null : readableJournals(viewer);
  const values = [viewer.schoolId, journalId, journals, termId, date, at, withTopics, at];
  const [row] = await database.read<JournalPageRow>(viewer.schoolId, JOURNAL_PAGE_AT, values);
  if (!row) throw notFound("Журнал или учебный период");
  const removed = await database.read<PageAssessment>(viewer.schoolId, REMOVED_COLUMNS, [viewer.schoolId, journalId, at]);
  return asOfDay(withColumns(unpackJournalPage(viewer, journalId, row), removed), date);
}

/** Nothing of the past may be written; who came later was not in the list, and who has left since had not. */
function asOfDay(page: JournalPage, date: string): JournalPage {
  const present = page.pupils.filter(({ from }) => from === null || from <= date);
  const hidden = new Set(page.pupils.filter((pupil) => !present.includes(pupil)).map(({ pupilId }) => pupilId));
  return {
    ...page,
    mayEdit: false,
    mayGiveTermMarks: false,
    lessons: page.lessons.map((lesson) => ({ ...lesson, mayEdit: false })),
    pupils: present.map((pupil) => ({ ...pupil, to: pupil.to !== null && pupil.to >= date ? null : pupil.to })),
    attendance: page.attendance.filter(({ pupilId }) => !hidden.has(pupilId)),
  };
}

/** A column that never held a mark may be taken away: then its row is gone, and history alone knows it. */
function withColumns(page: JournalPage, removed: readonly PageAssessment[]): JournalPage {
  const placeOf = new Map(page.lessons.map((lesson, place) => [lesson.id, place]));
  const place = ({ lessonId }: PageAssessment): number => placeOf.get(lessonId) ?? -1;
  const columns = [...page.assessments, ...removed.filter((column) => placeOf.has(column.lessonId))];
  return { ...page, assessments: columns.sort((one, other) => place(one) - place(other) || one.number - other.number) };
}

/** $5 is the day of the moment, $6 decides what was closed, $8 is the moment. */
const JOURNAL_PAGE_AT = asItStood(JOURNAL_PAGE, { at: "$8", date: "$5" });

/** $1 school, $2 journal, $3 the moment. */
const REMOVED_COLUMNS: Statement = {
  name: "journal-page-removed-columns",
  text: `
  SELECT id, lesson_id AS "lessonId", (before ->> 'number')::int AS number, before ->> 'kind' AS kind, (before ->> 'weight')::float8 AS weight,
    before ->> 'title' AS title, (before ->> 'mandatory')::boolean AS mandatory,
    COALESCE(before ->> 'scale', 'FIVE_POINT') AS scale, (before ->> 'maxPoints')::float8 AS "maxPoints"
  FROM (
    SELECT DISTINCT ON (thing_id) thing_id AS id, lesson_id, before
    FROM history WHERE school_id = $1 AND journal_id = $2 AND at > $3 AND thing = 'ASSESSMENT' ORDER BY thing_id, seq) changed
  WHERE before IS NOT NULL AND NOT EXISTS (SELECT FROM assessment WHERE assessment.school_id = $1 AND assessment.id = changed.id)`,
};

import { type CountedPage, type PageArgs, readCursor, rowsToRead, toPage } from "../../kernel/connection";
import type { Database, Statement } from "../../kernel/database";
import type { Viewer } from "../../kernel/viewer";
import type { MarkQuestion } from "./mark-question";
import { classTeachersOf, readerValues } from "./question-people";
import { QUESTION_FIELDS, QUESTION_ROWS } from "./questions-sql";

/** What the viewer answers as a teacher: first what waits, by its deadline, then what goes on; or what is closed, newest deadline first. */
export async function loadQuestionsToAnswer(
  database: Database,
  viewer: Viewer,
  isClosed: boolean,
  page: PageArgs,
): Promise<CountedPage<MarkQuestion>> {
  return loadPage(database, viewer, TO_ANSWER, isClosed, page);
}

/** A child's questions, newest first. */
export async function loadQuestionsOfPupil(
  database: Database,
  viewer: Viewer,
  pupilId: string,
  page: PageArgs,
): Promise<CountedPage<MarkQuestion>> {
  return loadPage(database, viewer, OF_PUPIL, pupilId, page);
}

/** What was not answered in time, the oldest deadline first: of the school, or of the pupils of the viewer's classes. */
export async function loadOverdueQuestions(database: Database, viewer: Viewer, page: PageArgs): Promise<CountedPage<MarkQuestion>> {
  return loadPage(database, viewer, OVERDUE, null, page);
}

interface List {
  name: string;
  page: Statement;
  count: Statement;
}

async function loadPage(
  database: Database,
  viewer: Viewer,
  list: List,
  asked: unknown,
  { first, after }: PageArgs,
): Promise<CountedPage<MarkQuestion>> {
  const cursor = readCursor(after, list.name, "number", "uuid");
  const values = [...readerValues(viewer), asked];
  const rows = await database.read<MarkQuestion & { place: number }>(viewer.schoolId, list.page, [
    ...values,
    ...(cursor ?? [null, null]),
    rowsToRead(first),
  ]);
  return {
    ...toPage(rows, first, list.name, ({ place, id }) => [place, id]),
    count: async () => (await database.read<{ count: number }>(viewer.schoolId, list.count, values))[0]?.count ?? 0,
  };
}

/** Days since 2000 are the place within a group of the list; a closed one and a child's are placed from the other end. */
const DAYS = `(question.due_on - date '2000-01-01')`;

/** A list need not use all values of the reader, and PostgreSQL must know the type of each. */
const ASKED_BY_ONE = "num_nonnulls($2::uuid, $3::date, $4::uuid[], $5::boolean) = 4";

/** $6 what is asked, $7 and $8 the cursor, $9 how many rows. */
function listOf(name: string, where: string, place: string): List {
  const listed = `SELECT question.id, ${place} AS place FROM mark_question question WHERE question.school_id = $1 AND ${ASKED_BY_ONE} AND ${where}`;
  return {
    name,
    page: {
      name: `mark-questions-${name}`,
      text: `
      WITH listed AS MATERIALIZED (
        SELECT * FROM (${listed}) AS all_listed WHERE $7::int IS NULL OR (place, id) > ($7::int, $8::uuid) ORDER BY place, id LIMIT $9)
      SELECT listed.place, ${QUESTION_FIELDS}
      FROM listed CROSS JOIN ${QUESTION_ROWS}
      WHERE question.school_id = $1 AND question.id = listed.id ORDER BY listed.place, question.id`,
    },
    count: { name: `mark-questions-${name}-count`, text: `SELECT count(*)::int FROM (${listed}) AS counted` },
  };
}

/** SQL: the viewer works here; loads and marks of somebody who has left open nothing. */
const WORKS = `EXISTS (SELECT FROM staff WHERE staff.school_id = $1 AND staff.id = $2 AND staff.hired_on <= $3::date AND (staff.left_on IS NULL OR staff.left_on >= $3::date))`;

/** SQL: the viewer's to answer; by the indexes of journal and marker. */
const MINE = `${WORKS} AND (question.marked_by = $2 OR question.journal_id IN (
  SELECT journal_id FROM teaching_load WHERE teaching_load.school_id = $1 AND teaching_load.staff_id = $2 AND teaching_load.valid_from <= $3::date
    AND (teaching_load.valid_to IS NULL OR teaching_load.valid_to >= $3::date)))`;

/** SQL over `question`: how many wait for an answer of the viewer. $1 school, $2 the viewer, $3 today. */
export const WAITING_COUNT = `(SELECT count(*)::int FROM mark_question question
  WHERE question.school_id = $1 AND question.answered_at IS NULL AND question.closed_at IS NULL AND ${MINE})`;

const TO_ANSWER = listOf(
  "toAnswer",
  `(question.closed_at IS NOT NULL) = $6::boolean AND ${MINE}`,
  `CASE WHEN question.closed_at IS NOT NULL THEN 300000 - ${DAYS} WHEN question.answered_at IS NULL THEN ${DAYS} ELSE 100000 + ${DAYS} END`,
);

const OF_PUPIL = listOf(
  "ofPupil",
  `question.pupil_id = $6::uuid AND question.pupil_id = ANY($4::uuid[])`,
  `300000 - (question.asked_on - date '2000-01-01')`,
);

const OVERDUE = listOf(
  "overdue",
  `question.answered_at IS NULL AND question.closed_at IS NULL AND question.due_on < $3::date AND $6::text IS NULL
     AND ($5::boolean OR $2 IN (${classTeachersOf("question", "$3::date")}))`,
  DAYS,
);

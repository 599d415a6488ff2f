import { type CountedPage, type PageArgs, readCursor, rowsToRead, toPage } from "../../kernel/connection";
import type { Statement } from "../../kernel/database";
import { signedIn, type RequestContext } from "../../kernel/request-context";
import { requireUuid } from "../../kernel/uuid";
import { readableJournals, seesWholeStructure } from "../../kernel/viewer";
import { searchWords } from "../people/name-search";
import { shortName } from "../people/person-name";
import type { Journal } from "./journal.entity";
import type { JournalFilter } from "./journal-filter";

/**
 * One page of the viewer's journals, by subject and class.
 * @throws Refusal INVALID, LIMIT_EXCEEDED or TEXT_TOO_LONG when an argument is wrong.
 */
export async function listJournals(
  context: RequestContext,
  { first, after }: PageArgs,
  filter: JournalFilter,
): Promise<CountedPage<Journal>> {
  const viewer = signedIn(context);
  const { schoolId } = viewer;
  const limit = rowsToRead(first);
  const cursor = readCursor(after, "journals", "number", "uuid", "number", "text", "uuid");
  const mine = seesWholeStructure(viewer) ? null : readableJournals(viewer);
  const asked = [schoolId, mine, viewer.today, ...filterValues(filter)];
  const rows = await context.database.read<ListedJournal>(schoolId, PAGE, [...asked, ...(cursor ?? [null, null, null, null, null]), limit]);
  return {
    ...toPage(rows, first, "journals", ({ sortOrder, subjectId, grade, className, id }) => [sortOrder, subjectId, grade, className, id]),
    count: async () => (await context.database.read<{ count: number }>(schoolId, COUNT, asked))[0]?.count ?? 0,
  };
}

/** A journal with what it is sorted by. */
type ListedJournal = Journal & { sortOrder: number; grade: number; className: string };

function filterValues({ academicYearId, classId, subjectId, teacherId, kind, search }: JournalFilter): unknown[] {
  const id = (value: string | null | undefined, field: string): string | null => (value ? requireUuid(value, `filter.${field}`) : null);
  return [
    id(academicYearId, "academicYearId"),
    id(classId, "classId"),
    id(subjectId, "subjectId"),
    id(teacherId, "teacherId"),
    kind ?? null,
    searchWords(search ?? "", "filter.search"),
  ];
}

/** $1 school, $2 the viewer's journals (null: every one), $3 today, $4 year, $5 class, $6 subject, $7 teacher, $8 kind, $9 words. */
const LISTED = `
  FROM (
    SELECT journal.*, subject.sort_order, COALESCE(school_class.label, study_group.name, ${shortName("person")}) AS class_name,
      COALESCE(school_class.grade, (SELECT min(grade) FROM study_group_class JOIN school_class ON school_class.school_id = $1 AND school_class.id = study_group_class.class_id
         WHERE study_group_class.school_id = $1 AND study_group_class.group_id = journal.group_id), 12) AS grade,
      replace(lower(concat_ws(' ', subject.name, school_class.label, study_group.name, person.surname, person.given_name) COLLATE "ru-x-icu"), 'ё', 'е') AS words
    FROM journal
    JOIN subject ON subject.school_id = $1 AND subject.id = journal.subject_id
    LEFT JOIN school_class ON school_class.school_id = $1 AND school_class.id = journal.class_id
    LEFT JOIN study_group ON study_group.school_id = $1 AND study_group.id = journal.group_id
    LEFT JOIN person ON person.school_id = $1 AND person.id = journal.pupil_id
    WHERE journal.school_id = $1 AND ($2::uuid[] IS NULL OR journal.id = ANY($2::uuid[]))
      AND journal.academic_year_id = COALESCE($4::uuid, (SELECT id FROM academic_year WHERE school_id = $1 AND starts_on <= $3::date ORDER BY starts_on DESC LIMIT 1))
      AND ($5::uuid IS NULL OR journal.class_id = $5::uuid
        OR journal.group_id IN (SELECT group_id FROM study_group_class WHERE school_id = $1 AND class_id = $5::uuid))
      AND ($6::uuid IS NULL OR journal.subject_id = $6::uuid)
      AND ($7::uuid IS NULL OR EXISTS (SELECT FROM teaching_load WHERE school_id = $1 AND journal_id = journal.id AND staff_id = $7::uuid))
      AND ($8::text IS NULL OR journal.kind = $8::text)
  ) journal
  WHERE (SELECT COALESCE(bool_and(position(word IN journal.words) > 0), true) FROM unnest($9::text[]) AS word)`;

/** $10 to $14 the cursor, $15 how many rows. */
const PAGE: Statement = {
  name: "journal-list",
  text: `SELECT school_id AS "schoolId", id, academic_year_id AS "academicYearId", subject_id AS "subjectId", kind, class_id AS "classId", group_id AS "groupId",
    pupil_id AS "pupilId", marking_scheme AS "markingScheme", term_kind AS "termKind", sort_order AS "sortOrder", grade, class_name AS "className"
  ${LISTED}
    AND ($10::int IS NULL OR (sort_order, subject_id, grade, class_name COLLATE "ru-x-icu", id) > ($10::int, $11::uuid, $12::int, $13::text, $14::uuid))
  ORDER BY sort_order, subject_id, grade, class_name COLLATE "ru-x-icu", id LIMIT $15`,
};

const COUNT: Statement = { name: "journal-list-count", text: `SELECT count(*)::int ${LISTED}` };

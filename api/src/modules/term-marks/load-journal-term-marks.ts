import type { Clock } from "../../kernel/clock";
import type { Database, Statement } from "../../kernel/database";
import { notFound } from "../../kernel/refusal";
import { readableJournals, seesWholeSchool, type Viewer } from "../../kernel/viewer";
import { readRules, rulesOn, type StoredRules } from "../assessment-rules/assessment-rules";
import { TERM_COLUMNS, termsOfPage, unpackTerms, type TermColumns } from "../calendar/terms-of-page";
import type { TermCard } from "../calendar/term-card";
import { classesOfJournal } from "../journals/classes-of-journal";
import { MarkingScheme } from "../journals/marking-scheme";
import { byName, listName, shortName } from "../people/person-name";
import { givenFrom } from "./decide-term-mark";
import type { JournalTermMarks, TotalColumn, TotalMark, TotalsPupil } from "./journal-term-marks";
import { suggestFinalMark, suggestYearMark } from "./suggest-year-mark";
import { TermMarkKind } from "./term-mark-kind";
import { suggestedValueOf, type TermMarkValue, termMarkValueOf } from "./term-mark-value";
import { termValuesOf } from "./year-terms";

/** All term marks of a journal, as the viewer may see them. @throws Refusal NOT_FOUND when the journal is not the viewer's. */
export async function loadJournalTermMarks(database: Database, clock: Clock, viewer: Viewer, journalId: string): Promise<JournalTermMarks> {
  const journals = seesWholeSchool(viewer) ? null : readableJournals(viewer);
  const values = [viewer.schoolId, journalId, journals, viewer.today, clock.now()];
  const [row] = await database.read<TotalsRow>(viewer.schoolId, TOTALS, values);
  if (!row) throw notFound("Журнал");
  const { terms } = unpackTerms(row);
  const lastTermFrom = terms.at(-1)!.startsOn;
  const rules = readRules(row.rules);
  const marksOf = Map.groupBy(row.marks ?? [], ([pupilId]) => pupilId);
  const pupils = (row.pupils ?? []).map(([pupilId, name, from, to, values]): TotalsPupil => {
    const marks = (marksOf.get(pupilId) ?? []).map(toMark);
    const own = (kind: TermMarkKind) => marks.find((mark) => mark.kind === kind)?.given.value ?? null;
    const final = suggestFinalMark(own(TermMarkKind.YEAR), own(TermMarkKind.EXAM), rules);
    // The year of who left before its last term is the next class's, as its terms are: it tells of them.
    const year = to !== null && to < lastTermFrom ? null : suggestYearMark(values ?? [], rules);
    return { pupilId, name, from, to, marks, year, final };
  });
  const mayGive = viewer.teaches.has(journalId) && row.marking_scheme !== MarkingScheme.NONE;
  const hasFinals =
    row.is_final_grade || pupils.some(({ marks }) => marks.some(({ kind }) => kind === TermMarkKind.EXAM || kind === TermMarkKind.FINAL));
  const columns = columnsOf(terms, hasFinals, (term) => {
    return { mayGive: mayGive && !term.isClosed, givenFrom: givenFrom({ endsOn: term.endsOn, rules }) };
  });
  const { subject, class_name: className, marking_scheme: markingScheme } = row;
  return { journalId, subject, className, markingScheme, teachers: row.teachers ?? [], terms, columns, pupils };
}

/** The year's marks, exams and final ones are given by the last term's days. */
function columnsOf(
  terms: readonly TermCard[],
  hasFinals: boolean,
  giving: (term: TermCard) => Pick<TotalColumn, "mayGive" | "givenFrom">,
): TotalColumn[] {
  const ofTerms = terms.map((term) => ({ kind: TermMarkKind.TERM, termId: term.id, ...giving(term) }));
  const kinds = [TermMarkKind.YEAR, ...(hasFinals ? [TermMarkKind.EXAM, TermMarkKind.FINAL] : [])];
  return [...ofTerms, ...kinds.map((kind) => ({ kind, termId: null, ...giving(terms.at(-1)!) }))];
}

function toMark([, kind, termId, value, version, suggested, reason]: PackedMark): TotalMark {
  return { kind, termId, given: { value, version, suggested, reason } };
}

type PackedMark = [
  pupilId: string,
  kind: TermMarkKind,
  termId: string | null,
  value: TermMarkValue,
  version: number,
  suggested: TermMarkValue | null,
  reason: string | null,
];

interface TotalsRow extends TermColumns {
  subject: string;
  class_name: string;
  marking_scheme: MarkingScheme;
  is_final_grade: boolean;
  rules: StoredRules | null;
  teachers: string[] | null;
  pupils: [id: string, name: string, from: string | null, to: string | null, terms: (TermMarkValue | null)[] | null][] | null;
  marks: PackedMark[] | null;
}

/** $1 school, $2 journal, $3 the viewer's journals (null: every one), $4 today, $5 now. */
const TOTALS: Statement = {
  name: "journal-term-marks",
  text: `
  WITH this AS MATERIALIZED (
    SELECT journal.*, subject.name AS subject, academic_year.starts_on, academic_year.ends_on
    FROM journal JOIN subject ON subject.school_id = $1 AND subject.id = journal.subject_id
    JOIN academic_year ON academic_year.school_id = $1 AND academic_year.id = journal.academic_year_id
    WHERE journal.school_id = $1 AND journal.id = $2 AND ($3::uuid[] IS NULL OR journal.id = ANY($3::uuid[]))
  ), ${termsOfPage({ source: "this", termId: "NULL", today: "$4", now: "$5", journalId: "this.id", classes: classesOfJournal("this", "term") })}, stays AS (
    SELECT enrolment.pupil_id, enrolment.valid_from, enrolment.valid_to
    FROM this JOIN enrolment ON enrolment.school_id = $1 AND enrolment.class_id = this.class_id
    UNION ALL
    SELECT group_membership.pupil_id, group_membership.valid_from, group_membership.valid_to
    FROM this JOIN group_membership ON group_membership.school_id = $1 AND group_membership.group_id = this.group_id
    UNION ALL
    SELECT pupil_id, '-infinity', NULL FROM this WHERE pupil_id IS NOT NULL
  ), members AS (
    SELECT stays.pupil_id, min(stays.valid_from) AS came, max(COALESCE(stays.valid_to, 'infinity')) AS went
    FROM stays, this WHERE stays.valid_from <= this.ends_on AND (stays.valid_to IS NULL OR stays.valid_to >= this.starts_on)
    GROUP BY stays.pupil_id
  )
  SELECT this.subject, this.marking_scheme, ${TERM_COLUMNS}, ${rulesOn("LEAST($4::date, (SELECT max(ends_on) FROM terms))")} AS rules,
    COALESCE((SELECT label FROM school_class WHERE school_id = $1 AND id = this.class_id), (SELECT name FROM study_group WHERE school_id = $1 AND id = this.group_id),
      (SELECT ${shortName("person")} FROM person WHERE school_id = $1 AND id = this.pupil_id)) AS class_name,
    EXISTS (SELECT FROM terms AS term JOIN LATERAL (${classesOfJournal("this", "term")}) part ON true
      JOIN school_class ON school_class.school_id = $1 AND school_class.id = part.class_id AND school_class.grade IN (9, 11)) AS is_final_grade,
    (SELECT json_agg(name ORDER BY name COLLATE "ru-x-icu") FROM (
       SELECT DISTINCT ${shortName("person")} AS name FROM teaching_load JOIN person ON person.school_id = $1 AND person.id = teaching_load.staff_id
       WHERE teaching_load.school_id = $1 AND teaching_load.journal_id = this.id) teacher) AS teachers,
    (SELECT json_agg(json_build_array(person.id, ${listName("person")}, CASE WHEN members.came > this.starts_on THEN members.came END,
              CASE WHEN members.went < this.ends_on THEN members.went END, ${termValuesOf("this", "person.id")}) ORDER BY ${byName("person")})
       FROM members JOIN person ON person.school_id = $1 AND person.id = members.pupil_id) AS pupils,
    (SELECT json_agg(json_build_array(given.pupil_id, given.kind, given.term_id, ${termMarkValueOf("given")}, given.version, ${suggestedValueOf("given")}, given.reason))
       FROM term_mark AS given WHERE given.school_id = $1 AND given.journal_id = this.id AND num_nonnulls(given.grade, given.passed, given.special) = 1) AS marks
  FROM this`,
};

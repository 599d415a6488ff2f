import { randomUUID } from "node:crypto";
import type pg from "pg";
import { openSession } from "./bench-sessions.ts";
import type { Documents } from "./documents.ts";

/** One request of the comparison, as both servers get it. */
export interface Target {
  cookie: string;
  /** Made anew for each call: an operation has an id of its own. */
  api: () => string;
  raw: () => string;
}

export const VIEWS = ["journalPage", "diaryWeek", "pupilTerm", "classPage", "myDay"] as const;
export type Measured = (typeof VIEWS)[number] | "setMarks";

/** The day on which the demo schools live: a Monday. */
export const TODAY = "2026-11-23";
const WEEK = ["2026-11-16", "2026-11-21"] as const;

/** Requests of one kind, spread over a school's classes and people. */
export async function findTargets(
  owner: pg.Client,
  documents: Documents,
  schoolId: string,
  measured: Measured,
  count: number,
): Promise<Target[]> {
  const { rows } = await owner.query<Found>(FINDERS[measured], [schoolId, TODAY, count]);
  const targets: Target[] = [];
  for (const row of rows) targets.push(await toTarget(owner, documents, schoolId, measured, row));
  return targets;
}

interface Found {
  person_id: string;
  id: string;
  term_id: string;
  starts_on: string;
  ends_on: string;
  lesson_id: string;
  assessment_id: string;
  pupil_ids: string[];
  versions: number[];
  grades: number[];
}

async function toTarget(owner: pg.Client, documents: Documents, schoolId: string, measured: Measured, row: Found): Promise<Target> {
  const { cookie, accountId } = await openSession(owner, schoolId, row.person_id);
  if (measured === "setMarks") return { cookie, ...setMarksRequests(documents, schoolId, accountId, row) };
  const { variables, values } = viewRequest(measured, schoolId, row);
  const api = JSON.stringify({ documentId: documents.idOf(measured), variables });
  const raw = JSON.stringify(values);
  return { cookie, api: () => api, raw: () => raw };
}

function viewRequest(
  view: (typeof VIEWS)[number],
  schoolId: string,
  { id, person_id, term_id, starts_on, ends_on }: Found,
): { variables: object; values: unknown[] } {
  switch (view) {
    case "journalPage":
      return { variables: { journalId: id }, values: [schoolId, id, term_id, starts_on, ends_on] };
    case "diaryWeek":
      return { variables: { pupilId: person_id, week: WEEK[0] }, values: [schoolId, person_id, ...WEEK] };
    case "pupilTerm":
      return { variables: { pupilId: person_id }, values: [schoolId, person_id, term_id, starts_on, ends_on] };
    case "classPage":
      return { variables: { classId: id }, values: [schoolId, id, term_id, starts_on, ends_on, TODAY] };
    case "myDay":
      return { variables: {}, values: [schoolId, person_id, TODAY] };
  }
}

/** Each call changes every mark of a column, to 4 and 5 in turn, by the versions that the last call left. */
function setMarksRequests(documents: Documents, schoolId: string, accountId: string, row: Found): Pick<Target, "api" | "raw"> {
  let calls = 0;
  const gradeAt = (place: number): number => (row.grades[place] === 4 ? 4 + (calls % 2) : 5 - (calls % 2));
  return {
    api: () => {
      calls += 1;
      const cells = row.pupil_ids.map((pupilId, place) => {
        const version = row.versions[place]! + calls - 1;
        return { lessonId: row.lesson_id, assessmentId: row.assessment_id, pupilId, value: String(gradeAt(place)), version };
      });
      const input = { operationId: randomUUID(), journalId: row.id, cells };
      return JSON.stringify({ documentId: documents.idOf("setMarks"), variables: { input } });
    },
    raw: () => {
      calls += 1;
      const operation = { schoolId, operationId: randomUUID(), accountId, by: row.person_id };
      const place = { journalId: row.id, lessonId: row.lesson_id, assessmentId: row.assessment_id };
      return JSON.stringify({ ...operation, ...place, pupilIds: row.pupil_ids, grades: row.pupil_ids.map((_, index) => gradeAt(index)) });
    },
  };
}

const TERM = `JOIN term ON term.school_id = $1 AND term.academic_year_id = journal.academic_year_id AND term.kind = journal.term_kind AND $2::date BETWEEN term.starts_on AND term.ends_on`;
const LOAD = `JOIN teaching_load ON teaching_load.school_id = $1 AND teaching_load.journal_id = journal.id AND teaching_load.valid_from <= $2::date
  AND (teaching_load.valid_to IS NULL OR teaching_load.valid_to >= $2::date)`;

const FINDERS: Readonly<Record<Measured, string>> = {
  journalPage: `SELECT teaching_load.staff_id AS person_id, journal.id, term.id AS term_id, term.starts_on::text, term.ends_on::text
    FROM journal ${TERM} ${LOAD} WHERE journal.school_id = $1 AND journal.marking_scheme = 'FIVE_POINT' AND journal.kind IN ('CLASS', 'GROUP')
    ORDER BY md5(journal.id::text) LIMIT $3`,
  diaryWeek: pupils(),
  pupilTerm: pupils(),
  classPage: `SELECT class_teacher.staff_id AS person_id, school_class.id, term.id AS term_id, term.starts_on::text, term.ends_on::text
    FROM school_class JOIN term ON term.school_id = $1 AND term.academic_year_id = school_class.academic_year_id AND term.kind = school_class.term_kind
      AND $2::date BETWEEN term.starts_on AND term.ends_on
    JOIN class_teacher ON class_teacher.school_id = $1 AND class_teacher.class_id = school_class.id AND class_teacher.valid_from <= $2::date
      AND (class_teacher.valid_to IS NULL OR class_teacher.valid_to >= $2::date)
    WHERE school_class.school_id = $1 AND school_class.grade > 1 ORDER BY md5(school_class.id::text) LIMIT $3`,
  myDay: `SELECT teacher_id AS person_id FROM lesson WHERE school_id = $1 AND date = $2::date AND status <> 'CANCELLED'
    GROUP BY teacher_id HAVING count(*) > 3 ORDER BY md5(teacher_id::text) LIMIT $3`,
  setMarks: `SELECT DISTINCT ON (journal.id) teaching_load.staff_id AS person_id, journal.id, lesson.id AS lesson_id, marked.assessment_id, marked.pupil_ids, marked.versions, marked.grades
    FROM journal ${TERM} ${LOAD}
    JOIN lesson ON lesson.school_id = $1 AND lesson.journal_id = journal.id AND lesson.date BETWEEN term.starts_on AND $2::date - 3 AND lesson.status = 'HELD'
    JOIN LATERAL (SELECT assessment_id, array_agg(pupil_id::text ORDER BY pupil_id) AS pupil_ids, array_agg(mark.version ORDER BY pupil_id) AS versions,
        array_agg(grade::int ORDER BY pupil_id) AS grades
      FROM mark JOIN assessment ON assessment.school_id = $1 AND assessment.id = mark.assessment_id AND assessment.scale = 'FIVE_POINT'
      WHERE mark.school_id = $1 AND mark.lesson_id = lesson.id AND grade IS NOT NULL AND attempt = 1
        AND NOT EXISTS (SELECT FROM attendance WHERE attendance.school_id = $1 AND attendance.lesson_id = lesson.id AND attendance.pupil_id = mark.pupil_id)
      GROUP BY assessment_id HAVING count(*) >= 15) marked ON true
    WHERE journal.school_id = $1 AND journal.marking_scheme = 'FIVE_POINT' ORDER BY journal.id, lesson.date LIMIT $3`,
};

function pupils(): string {
  return `SELECT enrolment.pupil_id AS person_id, term.id AS term_id, term.starts_on::text, term.ends_on::text
    FROM enrolment JOIN school_class ON school_class.school_id = $1 AND school_class.id = enrolment.class_id AND school_class.grade > 1
    JOIN term ON term.school_id = $1 AND term.academic_year_id = school_class.academic_year_id AND term.kind = school_class.term_kind
      AND $2::date BETWEEN term.starts_on AND term.ends_on
    WHERE enrolment.school_id = $1 AND enrolment.valid_from < $2::date - 60 AND (enrolment.valid_to IS NULL OR enrolment.valid_to >= $2::date)
    ORDER BY md5(enrolment.pupil_id::text) LIMIT $3`;
}

import { randomUUID } from "node:crypto";
import type pg from "pg";
import type { ApiTeacher } from "./teach-by-api.ts";

/** A journal of the demo teacher, and what stands in its running term. */
export interface DemoTerm {
  journalId: string;
  termId: string;
}

/** The demo teacher's journal with most marks in the running term, and a control work at which somebody was absent. */
export async function findDemoTerm(client: pg.Client, today: string): Promise<DemoTerm> {
  const { rows } = await client.query<DemoTerm>(TERM, [today]);
  return rows[0]!;
}

/** A working day's worth of changes over the whole term: what was copied in bulk is changed, cleared and added to. @returns what was not accepted. */
export async function teachWholeTerm(client: pg.Client, teacher: ApiTeacher, { journalId, termId }: DemoTerm): Promise<string[]> {
  const refused: string[] = [];
  const send = async (...order: Parameters<ApiTeacher["send"]>): Promise<void> => void refused.push(...(await teacher.send(...order)));
  const read = async <Row extends pg.QueryResultRow>(text: string, values: readonly unknown[] = [journalId, termId]): Promise<Row[]> =>
    (await client.query<Row>(text, [...values])).rows;

  const marks = await read<StandingMark>(MARKS);
  const place = ({ lessonId, assessmentId, pupilId }: StandingMark): object => ({ lessonId, assessmentId, pupilId });
  const changed = marks.filter((_, index) => index % 7 === 0);
  const another = (grade: number): string => String(grade === 5 ? 4 : grade + 1);
  await send("setMarks", {
    journalId,
    cells: changed.map((mark) => ({ ...place(mark), version: mark.version, value: another(mark.grade), comment: "исправлено" })),
  });
  const retaken = marks.filter((_, index) => index % 7 === 1);
  await send("setMarks", {
    journalId,
    cells: retaken.map((mark) => ({ ...place(mark), version: 0, attempt: 2, value: another(mark.grade) })),
  });
  for (const mark of marks.filter((_, index) => index % 28 === 3))
    await send("clearMark", { journalId, ...place(mark), version: mark.version });

  const lessons = await read<{ id: string; topic: string; version: number; homework: number }>(LESSONS);
  for (const [index, lesson] of lessons.entries()) {
    const where = { journalId, lessonId: lesson.id };
    const free = await read<{ pupilId: string }>(FREE, [lesson.id]);
    if (index % 3 === 0) {
      const column = { id: randomUUID(), kind: "TEST", title: "Проверка знаний", weight: 1.5 };
      const kept = await read<object>(COLUMNS, [lesson.id]);
      await send("recordLesson", {
        ...where,
        topic: `${lesson.topic}, повторение`,
        version: lesson.version,
        assessments: [...kept, column],
      });
      const cells = free.slice(0, 3).map(({ pupilId }, seat) => {
        return { lessonId: lesson.id, assessmentId: column.id, pupilId, version: 0, value: seat === 0 ? "DEBT" : "4" };
      });
      if (cells.length > 0) await send("setMarks", { journalId, cells });
    }
    if (index % 2 === 0)
      await send("setHomework", { ...where, text: index % 4 === 0 ? `№ ${100 + index}` : "§ 12", version: lesson.homework });
    const sick = free.slice(3, 5).map(({ pupilId }) => ({ pupilId, kind: "SICK", reason: "справка", version: 0 }));
    if (sick.length > 0) await send("setAttendance", { ...where, cells: sick });
  }
  for (const { lessonId, pupilId, kind, version } of await read<StandingAbsence>(ABSENCES)) {
    const cell = { pupilId, version, kind: kind === "ABSENT" ? "EXCUSED" : null };
    await send("setAttendance", { journalId, lessonId, cells: [cell] });
  }
  for (const { plannedOn, version, ...work } of await read<StandingResit>(RESITS)) {
    const { pupilId, ...column } = work;
    await send("planResits", { journalId, ...column, resits: [{ pupilId, plannedOn, note: "после уроков", version }] });
  }
  const pupils = await read<{ pupilId: string }>(PUPILS);
  const values = ["3", "4", "5", "NOT_ASSESSED"];
  const given = pupils.map(({ pupilId }, seat) => ({ pupilId, value: values[seat % 4], reason: "По решению педсовета", version: 0 }));
  await send("setTermMarks", { journalId, kind: "TERM", termId, cells: given });
  await send("setTermMarks", {
    journalId,
    kind: "TERM",
    termId,
    cells: given.slice(0, 5).map(({ pupilId }) => ({ pupilId, value: null, version: 1 })),
  });
  return refused;
}

interface StandingMark {
  lessonId: string;
  assessmentId: string;
  pupilId: string;
  grade: number;
  version: number;
}

interface StandingAbsence {
  lessonId: string;
  pupilId: string;
  kind: string;
  version: number;
}

interface StandingResit {
  lessonId: string;
  assessmentId: string;
  pupilId: string;
  plannedOn: string;
  version: number;
}

const TERM = `
  SELECT journal.id AS "journalId", term.id AS "termId"
  FROM account JOIN teaching_load ON teaching_load.staff_id = account.person_id AND teaching_load.valid_to IS NULL
  JOIN journal ON journal.id = teaching_load.journal_id AND journal.kind = 'CLASS' AND journal.marking_scheme = 'FIVE_POINT'
  JOIN term ON term.academic_year_id = journal.academic_year_id AND term.kind = journal.term_kind AND $1::date BETWEEN term.starts_on AND term.ends_on
  WHERE account.login = 'teacher'
  ORDER BY EXISTS (SELECT FROM resit JOIN lesson ON lesson.id = resit.lesson_id WHERE resit.journal_id = journal.id AND lesson.date >= term.starts_on) DESC, (
    SELECT count(*) FROM mark WHERE mark.journal_id = journal.id AND mark.lesson_date BETWEEN term.starts_on AND term.ends_on) DESC, journal.id LIMIT 1`;

const IN_TERM = (date: string): string =>
  `${date} BETWEEN (SELECT starts_on FROM term WHERE id = $2) AND (SELECT ends_on FROM term WHERE id = $2)`;

/** One mark of a pupil in a work alone: a retake is new, too. Only of those who are in the class still. */
const MARKS = `
  SELECT lesson_id AS "lessonId", assessment_id AS "assessmentId", pupil_id AS "pupilId", grade, version FROM mark
  WHERE journal_id = $1 AND ${IN_TERM("lesson_date")} AND grade IS NOT NULL AND attempt = 1
    AND NOT EXISTS (SELECT FROM mark again WHERE again.assessment_id = mark.assessment_id AND again.pupil_id = mark.pupil_id AND again.attempt > 1)
    AND NOT EXISTS (SELECT FROM attendance WHERE attendance.lesson_id = mark.lesson_id AND attendance.pupil_id = mark.pupil_id AND kind IS NOT NULL)
  ORDER BY lesson_date, assessment_id, pupil_id`;

const LESSONS = `
  SELECT lesson.id, lesson.topic, lesson.version, COALESCE(homework.version, 0) AS homework FROM lesson LEFT JOIN homework ON homework.lesson_id = lesson.id
  WHERE lesson.journal_id = $1 AND ${IN_TERM("lesson.date")} AND lesson.status = 'HELD' ORDER BY lesson.date, lesson.slot`;

const COLUMNS = `
  SELECT id, kind, title, weight::float8 AS weight, mandatory, scale, max_points::float8 AS "maxPoints" FROM assessment WHERE lesson_id = $1 ORDER BY number`;

/** Who was at a lesson and has no mark there. */
const FREE = `
  SELECT enrolment.pupil_id AS "pupilId" FROM lesson JOIN journal ON journal.id = lesson.journal_id JOIN enrolment ON enrolment.class_id = journal.class_id
    AND enrolment.valid_from <= lesson.date AND enrolment.valid_to IS NULL
  WHERE lesson.id = $1 AND NOT EXISTS (SELECT FROM mark WHERE mark.lesson_id = lesson.id AND mark.pupil_id = enrolment.pupil_id)
    AND NOT EXISTS (SELECT FROM attendance WHERE attendance.lesson_id = lesson.id AND attendance.pupil_id = enrolment.pupil_id)
    AND NOT EXISTS (SELECT FROM journal home WHERE home.pupil_id = enrolment.pupil_id) ORDER BY enrolment.pupil_id LIMIT 5`;

const ABSENCES = `
  SELECT lesson_id AS "lessonId", pupil_id AS "pupilId", kind, version FROM attendance
  WHERE journal_id = $1 AND ${IN_TERM("lesson_date")} AND kind IN ('ABSENT', 'LATE') AND reason IS NULL ORDER BY lesson_date, pupil_id LIMIT 8`;

/** Resits that are ahead are cancelled or moved by a week. */
const RESITS = `
  SELECT resit.lesson_id AS "lessonId", resit.assessment_id AS "assessmentId", resit.pupil_id AS "pupilId", resit.version, '2026-12-23' AS "plannedOn"
  FROM resit JOIN lesson ON lesson.id = resit.lesson_id WHERE resit.journal_id = $1 AND ${IN_TERM("lesson.date")}
    AND NOT EXISTS (SELECT FROM mark WHERE mark.assessment_id = resit.assessment_id AND mark.pupil_id = resit.pupil_id AND grade IS NOT NULL) ORDER BY resit.id`;

const PUPILS = `
  SELECT enrolment.pupil_id AS "pupilId" FROM journal JOIN enrolment ON enrolment.class_id = journal.class_id AND enrolment.valid_to IS NULL
  WHERE journal.id = $1 AND $2::uuid IS NOT NULL AND NOT EXISTS (SELECT FROM journal home WHERE home.pupil_id = enrolment.pupil_id) ORDER BY 1`;

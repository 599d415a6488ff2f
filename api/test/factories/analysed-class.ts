import type { Client } from "pg";
import { uuidv7 } from "uuidv7";
import { insert } from "./insert";
import { makeJournal, makeLesson, makeSubject } from "./journal";
import { makeAbsence, makeTermMark } from "./marks";
import { makePupil } from "./person";
import type { SmallSchool } from "./small-school";

/**
 * Furnishes the first quarter of 5«А»: Миша is excellent, Аня has one three in a group, Олег left after it, Инна came after it, Вера learns at home, Глеб is
 * released and not assessed, Дима left before its end. English is split: the group's mark stands before the class's.
 */
export async function furnishFirstQuarter(owner: Client, school: SmallSchool) {
  const { schoolId, class5A, pupils, journals, subjects, staff, quarter1 } = school;
  const vera = await makePupil(owner, schoolId, "Венкова Вера Ильинична", class5A);
  const gleb = await makePupil(owner, schoolId, "Глебов Глеб Ильич", class5A);
  const dima = await makePupil(owner, schoolId, "Дымов Дима Ильич", class5A, "2026-09-01", "2026-10-01");
  const homeMaths = await makeOwnJournal(owner, school, {
    kind: "HOME",
    pupilId: vera,
    subjectId: subjects.mathematics,
    by: staff.otherTeacher,
  });
  const groupId = await makeGroup(owner, school, [pupils.anya]);
  const groupEnglish = await makeOwnJournal(owner, school, { kind: "GROUP", groupId, subjectId: subjects.english, by: staff.otherTeacher });
  const give = async (
    journalId: string,
    pupilId: string,
    mark: { grade?: number; special?: string; passed?: boolean },
    termId = quarter1,
  ) => makeTermMark(owner, { schoolId, journalId, pupilId, termId, by: staff.teacher, ...mark });
  for (const [pupilId, maths, english] of [
    [pupils.misha, 5, 5],
    [pupils.left, 2, 3],
  ] as const) {
    await give(journals.maths5A, pupilId, { grade: maths });
    await give(journals.english5A, pupilId, { grade: english });
  }
  await give(journals.maths5A, pupils.anya, { grade: 5 });
  await give(journals.english5A, pupils.anya, { grade: 5 });
  await give(groupEnglish, pupils.anya, { grade: 3 });
  await give(homeMaths, vera, { grade: 4 });
  await give(journals.maths5A, gleb, { special: "NOT_ASSESSED" });
  await give(journals.english5A, gleb, { special: "RELEASED" });
  await give(journals.maths5A, dima, { grade: 2 });
  await give(journals.music5A, pupils.misha, { passed: true });
  return { vera, gleb, dima, homeMaths, groupEnglish, give };
}

/** A day of two lessons of mathematics and English, and a day of mathematics alone; who was where. */
export async function furnishAbsences(owner: Client, school: SmallSchool): Promise<void> {
  const { schoolId, journals, staff, pupils } = school;
  const maths = { schoolId, journalId: journals.maths5A, teacherId: staff.teacher, status: "HELD" };
  const english = { schoolId, journalId: journals.english5A, teacherId: staff.classTeacher, status: "HELD" };
  const first = await makeLesson(owner, { ...maths, date: "2026-09-14", slot: 1 });
  const second = await makeLesson(owner, { ...english, date: "2026-09-14", slot: 2 });
  const alone = await makeLesson(owner, { ...maths, date: "2026-09-15", slot: 1 });
  for (const lessonId of [first, second]) await makeAbsence(owner, { lessonId, pupilId: pupils.misha, kind: "SICK" });
  await makeAbsence(owner, { lessonId: alone, pupilId: pupils.misha, kind: "LATE" });
  // Аня learns English in the group: the class's lesson is not hers, so mathematics was her whole day.
  await makeAbsence(owner, { lessonId: first, pupilId: pupils.anya, kind: "ABSENT" });
  await makeAbsence(owner, { lessonId: first, pupilId: pupils.left, kind: "EXCUSED" });
}

/** The same class a year before, 4«А», with Миша and Аня in it and their marks in mathematics for its first quarter. */
export async function furnishYearBefore(owner: Client, school: SmallSchool): Promise<{ term: string }> {
  const { schoolId, lastYear, bells, pupils, subjects, staff } = school;
  const [term, classId, journalId] = [uuidv7(), uuidv7(), uuidv7()];
  const year = { school_id: schoolId, academic_year_id: lastYear };
  await insert(owner, "term", { ...year, id: term, kind: "QUARTER", number: 1, starts_on: "2025-09-01", ends_on: "2025-10-26" });
  await insert(owner, "school_class", { ...year, id: classId, grade: 4, label: "4«А»", term_kind: "QUARTER", bell_schedule_id: bells });
  const journal = { kind: "CLASS", class_id: classId, marking_scheme: "FIVE_POINT", term_kind: "QUARTER" };
  await insert(owner, "journal", { ...year, id: journalId, subject_id: subjects.mathematics, ...journal });
  for (const [pupilId, grade] of [
    [pupils.misha, 4],
    [pupils.anya, 2],
  ] as const) {
    const stay = { pupil_id: pupilId, class_id: classId, valid_from: "2025-09-01", valid_to: "2026-05-31", end_kind: "PROMOTED" };
    await insert(owner, "enrolment", { school_id: schoolId, id: uuidv7(), ...stay });
    await makeTermMark(owner, { schoolId, journalId, pupilId, termId: term, grade, by: staff.teacher });
  }
  return { term };
}

async function makeGroup(owner: Client, { schoolId, year, class5A }: SmallSchool, members: readonly string[]): Promise<string> {
  const groupId = uuidv7();
  await insert(owner, "study_group", { school_id: schoolId, id: groupId, academic_year_id: year, name: "5«А» английский 1" });
  await insert(owner, "study_group_class", { school_id: schoolId, group_id: groupId, class_id: class5A });
  for (const pupilId of members) {
    const membership = { group_id: groupId, pupil_id: pupilId, valid_from: "2026-09-01" };
    await insert(owner, "group_membership", { school_id: schoolId, id: uuidv7(), ...membership });
  }
  return groupId;
}

async function makeOwnJournal(
  owner: Client,
  { schoolId, year }: SmallSchool,
  place: { kind: "HOME" | "GROUP"; pupilId?: string; groupId?: string; subjectId: string; by: string },
): Promise<string> {
  const id = uuidv7();
  const { kind, pupilId = null, groupId = null, subjectId, by } = place;
  await insert(owner, "journal", {
    school_id: schoolId,
    id,
    academic_year_id: year,
    subject_id: subjectId,
    kind,
    group_id: groupId,
    pupil_id: pupilId,
    marking_scheme: "FIVE_POINT",
    term_kind: "QUARTER",
  });
  const load = { journal_id: id, staff_id: by, weekly_hours: 2, valid_from: "2026-09-01" };
  await insert(owner, "teaching_load", { school_id: schoolId, id: uuidv7(), ...load });
  return id;
}

/** A class of the page of formulas: its rows are `name | from | to | marks by subject`, dates as people write them; the marks are of the first quarter. */
export async function makeWrittenClass(
  owner: Client,
  school: SmallSchool,
  subjects: readonly string[],
  rows: readonly string[][],
): Promise<string> {
  const { schoolId, year, bells, staff, quarter1 } = school;
  const classId = uuidv7();
  await insert(owner, "school_class", {
    ...{ school_id: schoolId, id: classId, academic_year_id: year, grade: 7, label: "7«П»", term_kind: "QUARTER", bell_schedule_id: bells },
  });
  const journals: string[] = [];
  for (const [index, name] of subjects.entries()) {
    const subjectId = await makeSubject(owner, schoolId, `${name} (пример)`, 20 + index);
    journals.push(await makeJournal(owner, { schoolId, yearId: year, subjectId, classId, teacherId: staff.teacher }));
  }
  for (const [name, from, to, ...marks] of rows) {
    const pupilId = await makePupil(owner, schoolId, name!, classId, civil(from!)!, civil(to!) ?? undefined);
    for (const [index, mark] of marks.slice(0, subjects.length).entries()) {
      const set = { "н/а": { special: "NOT_ASSESSED" }, осв: { special: "RELEASED" }, пусто: null }[mark] ?? { grade: Number(mark) };
      if (mark === "пусто") continue;
      await makeTermMark(owner, { schoolId, journalId: journals[index]!, pupilId, termId: quarter1, by: staff.teacher, ...set });
    }
  }
  return classId;
}

function civil(date: string): string | null {
  return date === "" ? null : date.split(".").reverse().join("-");
}

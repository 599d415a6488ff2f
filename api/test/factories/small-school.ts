import type { Client } from "pg";
import { uuidv7 } from "uuidv7";
import { insert } from "./insert";
import { makeJournal, makeLesson, makeSubject } from "./journal";
import { makeAccount, makeGuardian, makePupil, makeStaff } from "./person";

/** The day on which the tests live: a Monday of the second quarter. */
export const TODAY = "2026-11-23";

/** An instant of that day by Moscow's clock. */
export const OF_TODAY = /^2026-11-(22T2[1-3]|23T([01]\d|20))/;

export type SmallSchool = Awaited<ReturnType<typeof makeSmallSchool>>;

/**
 * A school that is small enough to know by heart. Logins are the keys below plus the suffix. 5«А» has Миша and Аня,
 * 5«Б» has Боря; Мария Иванова teaches mathematics in 5«А» and Пётр Петров in 5«Б»; Сидорова leads 5«А» and teaches
 * English there; Мишина мама guards Миша, Борина мама guards Боря.
 */
export async function makeSmallSchool(owner: Client, suffix = "") {
  const schoolId = uuidv7();
  const ids = {
    year: uuidv7(),
    lastYear: uuidv7(),
    quarter1: uuidv7(),
    quarter2: uuidv7(),
    bells: uuidv7(),
    class5A: uuidv7(),
    class5B: uuidv7(),
  };
  await insert(owner, "school", { school_id: schoolId, short_name: `Школа № 1${suffix}`, full_name: `МАОУ «Школа № 1${suffix}»` });
  await makeCalendar(owner, schoolId, ids);
  const staff = {
    director: await makeStaff(owner, schoolId, "Громова Елена Юрьевна", ["DIRECTOR"]),
    deputy: await makeStaff(owner, schoolId, "Белова Ольга Ивановна", ["DEPUTY"]),
    admin: await makeStaff(owner, schoolId, "Тихонов Илья", ["ADMINISTRATOR"]),
    specialist: await makeStaff(owner, schoolId, "Лунина Вера Олеговна", ["SPECIALIST"]),
    teacher: await makeStaff(owner, schoolId, "Иванова Мария Петровна", ["TEACHER"]),
    otherTeacher: await makeStaff(owner, schoolId, "Петров Пётр Ильич", ["TEACHER"]),
    classTeacher: await makeStaff(owner, schoolId, "Сидорова Анна Львовна", ["TEACHER"]),
    formerTeacher: await makeStaff(owner, schoolId, "Ушакова Нина Павловна", ["TEACHER"]),
    formerDeputy: await makeStaff(owner, schoolId, "Зотова Зоя Ивановна", ["DEPUTY"], "2026-10-31"),
  };
  await insert(owner, "class_teacher", {
    school_id: schoolId,
    id: uuidv7(),
    class_id: ids.class5A,
    staff_id: staff.classTeacher,
    valid_from: "2026-09-01",
  });
  const pupils = {
    misha: await makePupil(owner, schoolId, "Орлов Михаил Андреевич", ids.class5A),
    anya: await makePupil(owner, schoolId, "Ёлкина Анна Сергеевна", ids.class5A),
    borya: await makePupil(owner, schoolId, "Борисов Борис Борисович", ids.class5B),
    left: await makePupil(owner, schoolId, "Яшин Олег Иванович", ids.class5A, "2026-09-01", "2026-11-13"),
    arrived: await makePupil(owner, schoolId, "Абрамова Инна Олеговна", ids.class5A, "2026-11-20"),
  };
  const guardians = {
    mother: await makeGuardian(owner, schoolId, "Орлова Ирина Сергеевна", [pupils.misha]),
    otherMother: await makeGuardian(owner, schoolId, "Борисова Дарья Ильинична", [pupils.borya]),
    formerGuardian: await makeGuardian(owner, schoolId, "Орлов Андрей Юрьевич", [pupils.misha], "2026-10-31"),
  };
  const people = { ...staff, ...guardians, pupil: pupils.misha, otherPupil: pupils.borya, leftPupil: pupils.left };
  for (const [login, id] of Object.entries(people)) await makeAccount(owner, schoolId, id, `${login}${suffix}`.toLowerCase());
  const journals = await makeJournals(owner, schoolId, ids, staff);
  return { schoolId, suffix, ...ids, staff, pupils, guardians, ...journals };
}

async function makeCalendar(
  owner: Client,
  schoolId: string,
  ids: Record<"year" | "lastYear" | "quarter1" | "quarter2" | "bells" | "class5A" | "class5B", string>,
) {
  const year = { school_id: schoolId, academic_year_id: ids.year };
  await insert(owner, "academic_year", {
    school_id: schoolId,
    id: ids.year,
    name: "2026/2027",
    starts_on: "2026-09-01",
    ends_on: "2027-05-31",
    status: "CURRENT",
  });
  await insert(owner, "academic_year", {
    school_id: schoolId,
    id: ids.lastYear,
    name: "2025/2026",
    starts_on: "2025-09-01",
    ends_on: "2026-05-31",
    status: "CLOSED",
  });
  await insert(owner, "term", { ...year, id: ids.quarter1, kind: "QUARTER", number: 1, starts_on: "2026-09-01", ends_on: "2026-10-25" });
  await insert(owner, "term", { ...year, id: ids.quarter2, kind: "QUARTER", number: 2, starts_on: "2026-11-05", ends_on: "2026-12-28" });
  await insert(owner, "term_lock", { school_id: schoolId, id: uuidv7(), term_id: ids.quarter1, locked_at: "2026-11-01T12:00:00+03:00" });
  await insert(owner, "bell_schedule", { school_id: schoolId, id: ids.bells, name: "1 смена" });
  for (const [id, label] of [
    [ids.class5A, "5«А»"],
    [ids.class5B, "5«Б»"],
  ]) {
    await insert(owner, "school_class", { ...year, id, grade: 5, label, term_kind: "QUARTER", bell_schedule_id: ids.bells });
  }
}

async function makeJournals(
  owner: Client,
  schoolId: string,
  ids: Record<"year" | "class5A" | "class5B", string>,
  staff: Record<"teacher" | "otherTeacher" | "classTeacher" | "formerTeacher", string>,
) {
  const place = { schoolId, yearId: ids.year };
  const mathematics = await makeSubject(owner, schoolId, "Математика", 4);
  const english = await makeSubject(owner, schoolId, "Английский язык", 3, true);
  const music = await makeSubject(owner, schoolId, "Музыка", 9);
  const journals = {
    maths5A: await makeJournal(owner, { ...place, subjectId: mathematics, classId: ids.class5A, teacherId: staff.teacher }),
    maths5B: await makeJournal(owner, { ...place, subjectId: mathematics, classId: ids.class5B, teacherId: staff.otherTeacher }),
    english5A: await makeJournal(owner, { ...place, subjectId: english, classId: ids.class5A, teacherId: staff.classTeacher }),
    music5A: await makeJournal(owner, {
      ...place,
      subjectId: music,
      classId: ids.class5A,
      teacherId: staff.formerTeacher,
      scheme: "PASS_FAIL",
      until: "2026-10-31",
    }),
  };
  const maths = { schoolId, journalId: journals.maths5A, teacherId: staff.teacher };
  const lessons = {
    closedTerm: await makeLesson(owner, { ...maths, date: "2026-10-20", status: "HELD" }),
    friday: await makeLesson(owner, { ...maths, date: "2026-11-20", status: "HELD" }),
    today: await makeLesson(owner, { ...maths, date: TODAY }),
    cancelled: await makeLesson(owner, { ...maths, date: TODAY, slot: 2, status: "CANCELLED" }),
    tomorrow: await makeLesson(owner, { ...maths, date: "2026-11-24" }),
    beforeLeaving: await makeLesson(owner, { ...maths, date: "2026-11-12", status: "HELD" }),
    today5B: await makeLesson(owner, { schoolId, journalId: journals.maths5B, teacherId: staff.otherTeacher, date: TODAY }),
    english: await makeLesson(owner, { schoolId, journalId: journals.english5A, teacherId: staff.classTeacher, date: TODAY, slot: 3 }),
  };
  return { subjects: { mathematics, english, music }, journals, lessons };
}

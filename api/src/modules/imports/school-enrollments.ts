import type { CsvRow } from "./csv-row";
import type { MappedPerson, People } from "./map-people";
import type { Mapping } from "./mapping";

/** One line of enrollments.csv with the person it names. */
export interface Enrollment {
  row: CsvRow;
  person: MappedPerson;
}

/** enrollments.csv by the class it names: its pupils and its teachers. */
export interface SchoolEnrollments {
  pupilsOf(classSourcedId: string): readonly Enrollment[];
  /** The main teacher (primary) first. */
  teachersOf(classSourcedId: string): readonly Enrollment[];
}

/** Sorts enrollments.csv by class and reports the lines that name nobody or no class. */
export function readEnrollments({ files, problems }: Mapping, people: People): SchoolEnrollments {
  const pupils = new Map<string, Enrollment[]>();
  const teachers = new Map<string, Enrollment[]>();
  const classes = new Set(files.rows("classes.csv").map((row) => row.text("sourcedId")));
  for (const row of files.rows("enrollments.csv")) {
    const role = row.text("role");
    if (role !== "student" && role !== "teacher") continue;
    const classId = row.text("classSourcedId");
    const person = people.get(row.text("userSourcedId"));
    if (!classes.has(classId) && !files.isBroken("classes.csv", classId)) {
      problems.add(row.at("classSourcedId"), `Класса «${classId}» нет в classes.csv. Добавьте его или уберите строку.`);
    }
    if (!person) {
      if (files.isBroken("users.csv", row.text("userSourcedId"))) continue;
      problems.add(
        row.at("userSourcedId"),
        `Пользователя «${row.text("userSourcedId")}» нет в users.csv. Добавьте его или уберите строку.`,
      );
    } else if (fits(row, person, problems)) {
      const target = role === "student" ? pupils : teachers;
      target.set(classId, [...(target.get(classId) ?? []), { row, person }]);
    }
  }
  for (const list of teachers.values()) list.sort((a, b) => Number(isPrimary(b)) - Number(isPrimary(a)));
  return { pupilsOf: (id) => pupils.get(id) ?? [], teachersOf: (id) => teachers.get(id) ?? [] };
}

function fits(row: CsvRow, { roles }: MappedPerson, problems: Mapping["problems"]): boolean {
  const isPupil = roles.some(({ role }) => role === "PUPIL");
  const isStaff = roles.some(({ role }) => role !== "PUPIL" && role !== "PARENT" && role !== "GUARDIAN");
  if (row.text("beginDate") && row.text("endDate") && row.text("endDate") < row.text("beginDate")) {
    problems.add(row.at("endDate"), "Последний день раньше первого. Исправьте даты.");
    return false;
  }
  if (row.text("role") === "student" ? isPupil : isStaff) return true;
  problems.add(row.at("role"), "Роль в классе не совпадает с ролью пользователя. Исправьте одну из них.");
  return false;
}

function isPrimary({ row }: Enrollment): boolean {
  return row.text("primary") === "true";
}

import type { CsvRow } from "./csv-row";
import { mapClassTeachers } from "./map-class-teachers";
import { mapEnrolments } from "./map-enrolments";
import type { MappedBells } from "./map-bells";
import type { MappedSessions } from "./map-years";
import type { MappedYear, Mapping, TermKind } from "./mapping";
import type { SchoolEnrollments } from "./school-enrollments";

/** A homeroom of the files as a class here. */
export interface MappedClass {
  id: string;
  row: CsvRow;
  year: MappedYear;
  grade: number;
  termKind: TermKind;
  weekDays: number;
  bells: MappedBells;
}

/** Classes by the sourcedId of classes.csv. */
export type Classes = ReadonlyMap<string, MappedClass>;

/** What the classes are mapped with. */
export interface ClassSources {
  sessions: MappedSessions;
  bells: ReadonlyMap<string, MappedBells>;
  enrollments: SchoolEnrollments;
}

/** Maps the homerooms of classes.csv with their pupils and class teachers. */
export function mapClasses(mapping: Mapping, sources: ClassSources): Classes {
  const saturdayClasses = classesOnSaturday(mapping);
  const classes = new Map<string, MappedClass>();
  for (const row of mapping.files.rows("classes.csv")) {
    if (row.text("classType") !== "homeroom") continue;
    const mapped = mapClass(mapping, row, sources, saturdayClasses.has(row.text("sourcedId")) ? 6 : 5);
    if (mapped) classes.set(row.text("sourcedId"), mapped);
  }
  reportDoubles(mapping, classes);
  mapEnrolments(mapping, classes, sources.enrollments);
  mapClassTeachers(mapping, classes, sources.enrollments);
  return classes;
}

function mapClass(
  { files, rows, ids, problems }: Mapping,
  row: CsvRow,
  { sessions, bells }: ClassSources,
  weekDays: number,
): MappedClass | null {
  const label = row.text("title");
  const year = classYear(row, sessions);
  const grade = readGrade(row);
  const schedule = bells.get(row.text("metadata.bellSchedule") || [...bells.keys()][0]!);
  const refuse = (column: string, problem: string): void => files.refuse(row, column, problem, problems);
  if (!year) refuse("termSourcedIds", "Учебный год класса не указан или неизвестен. Укажите sourcedId учебного года или его периодов.");
  if (grade === null) refuse("grades", "Параллель класса не указана или неизвестна. Укажите число от 1 до 11.");
  if (label.length > 15) refuse("title", "Название класса длиннее 15 знаков. Сократите его, например 5«А».");
  if (!schedule) refuse("metadata.bellSchedule", "Такого расписания звонков нет в bells.csv. Добавьте его или исправьте название.");
  if (!year || grade === null || !schedule || label.length > 15) return null;
  const termKind = classTermKind(row, sessions, year, grade);
  const id = ids.idOf("CLASS", row.text("sourcedId"));
  rows.school_class.push({
    id,
    academic_year_id: year.id,
    grade,
    label,
    term_kind: termKind,
    week_days: weekDays,
    bell_schedule_id: schedule.id,
  });
  return { id, row, year, grade, termKind, weekDays, bells: schedule };
}

/** The one academic year that all sessions of a class belong to. */
export function classYear(row: CsvRow, { yearOf }: MappedSessions): MappedYear | null {
  const years = new Set(row.list("termSourcedIds").map((session) => yearOf.get(session) ?? null));
  const [year] = years;
  return years.size === 1 ? (year ?? null) : null;
}

function readGrade(row: CsvRow): number | null {
  const written = row.list("grades")[0] ?? /^\d+/.exec(row.text("title"))?.[0] ?? "";
  const grade = /^\d{1,2}$/.test(written) ? Number(written) : 0;
  return grade >= 1 && grade <= 11 ? grade : null;
}

/** As its sessions say; a class of a whole year follows half-years in grades 10–11 and the finest periods below, where the school has them. */
function classTermKind(row: CsvRow, { kindOf }: MappedSessions, year: MappedYear, grade: number): TermKind {
  const named = row.list("termSourcedIds").flatMap((session) => kindOf.get(session) ?? []);
  if (named.length > 0) return named[0]!;
  const wanted: TermKind[] = grade >= 10 ? ["HALF_YEAR", "TRIMESTER", "QUARTER"] : ["QUARTER", "TRIMESTER", "HALF_YEAR"];
  return wanted.find((kind) => year.terms.some((term) => term.kind === kind)) ?? "QUARTER";
}

/** A class with lessons on Saturday has a six-day week: its own lessons, or those of a group of its pupils. */
function classesOnSaturday({ files }: Mapping): ReadonlySet<string> {
  const onSaturday = new Set(
    files
      .rows("timetable.csv")
      .filter((row) => row.integer("weekday") === 6)
      .map((row) => row.text("classSourcedId")),
  );
  if (onSaturday.size === 0) return onSaturday;
  const pupils = new Set<string>();
  const enrollments = files.rows("enrollments.csv").filter((row) => row.text("role") === "student");
  for (const row of enrollments) if (onSaturday.has(row.text("classSourcedId"))) pupils.add(row.text("userSourcedId"));
  return new Set(enrollments.filter((row) => pupils.has(row.text("userSourcedId"))).map((row) => row.text("classSourcedId")));
}

function reportDoubles({ problems }: Mapping, classes: Classes): void {
  const seen = new Set<string>();
  for (const { row, year } of classes.values()) {
    const key = `${year.id} ${row.text("title")}`;
    if (seen.has(key)) problems.add(row.at("title"), `Класс «${row.text("title")}» в этом учебном году уже есть. Дайте другое название.`);
    seen.add(key);
  }
}

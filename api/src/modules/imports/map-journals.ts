import type { CsvRow } from "./csv-row";
import { classYear, type Classes, type MappedClass } from "./map-classes";
import { mapGroup } from "./map-groups";
import type { MappedSessions } from "./map-years";
import type { MappedYear, Mapping } from "./mapping";
import { catalogueSubject } from "./subject-catalogue";
import type { Enrollment, SchoolEnrollments } from "./school-enrollments";

/** A scheduled class of the files as a journal here. */
export interface MappedJournal {
  id: string;
  row: CsvRow;
  year: MappedYear;
  kind: JournalKind;
  /** The classes of its pupils; the first gives bells and terms. */
  classes: readonly MappedClass[];
  teachers: readonly Enrollment[];
}

/** Journals by the sourcedId of classes.csv. */
export type Journals = ReadonlyMap<string, MappedJournal>;

const JOURNAL_KINDS = ["CLASS", "GROUP", "HOME", "INDIVIDUAL_GROUP", "ELECTIVE", "EXTRACURRICULAR", "FAMILY"] as const;
const MARKING_SCHEMES = ["FIVE_POINT", "PASS_FAIL", "NONE"];
export type JournalKind = (typeof JOURNAL_KINDS)[number];

/** Maps the scheduled classes of classes.csv: subjects, study groups and journals. */
export function mapJournals(mapping: Mapping, sessions: MappedSessions, classes: Classes, enrollments: SchoolEnrollments): Journals {
  const courses = new Map(mapping.files.rows("courses.csv").map((row) => [row.text("sourcedId"), row]));
  const classesOfPupil = classesByPupil(classes, enrollments);
  const journals = new Map<string, MappedJournal>();
  const subjects = new Set<string>();
  for (const row of mapping.files.rows("classes.csv")) {
    if (row.text("classType") !== "scheduled") continue;
    const sourcedId = row.text("sourcedId");
    const year = classYear(row, sessions);
    const subjectId = mapSubject(mapping, row, courses.get(row.text("courseSourcedId")), subjects);
    if (!year)
      mapping.problems.add(
        row.at("termSourcedIds"),
        "Учебный год не указан или неизвестен. Укажите sourcedId учебного года или его периодов.",
      );
    const pupils = enrollments.pupilsOf(sourcedId);
    if (pupils.length === 0) mapping.problems.note(row.at("sourcedId"), "Учащихся нет, поэтому журнал не заведён.");
    if (!year || subjectId === null || pupils.length === 0) continue;
    const homerooms = homeroomsOf(pupils, year, classesOfPupil);
    if (homerooms.length === 0) {
      if (mapping.files.hasBroken("classes.csv")) continue;
      const problem = "Учащиеся этого предмета не зачислены ни в один класс (homeroom) этого года. Добавьте зачисления.";
      mapping.problems.add(row.at("sourcedId"), problem);
      continue;
    }
    const teachers = enrollments.teachersOf(sourcedId);
    journals.set(sourcedId, mapJournal(mapping, { row, year, pupils, homerooms, teachers, subjectId }, enrollments));
  }
  return journals;
}

function mapSubject({ rows, ids, problems, files }: Mapping, row: CsvRow, course: CsvRow | undefined, done: Set<string>): string | null {
  if (!course) {
    if (files.isBroken("courses.csv", row.text("courseSourcedId"))) return null;
    problems.add(row.at("courseSourcedId"), `Предмета «${row.text("courseSourcedId")}» нет в courses.csv. Добавьте его.`);
    return null;
  }
  const subject = catalogueSubject(course.list("subjects")[0] ?? row.list("subjects")[0] ?? course.text("title"));
  const id = ids.idOf("SUBJECT", subject.name);
  if (done.has(id)) return id;
  done.add(id);
  rows.subject.push({
    ...{ id, name: subject.name, short_name: subject.shortName, subject_area: subject.area },
    ...{ is_foreign_language: subject.isForeignLanguage, sort_order: subject.sortOrder },
  });
  return id;
}

interface JournalSource {
  row: CsvRow;
  year: MappedYear;
  pupils: readonly Enrollment[];
  homerooms: readonly MappedClass[];
  teachers: readonly Enrollment[];
  subjectId: string;
}

function mapJournal(mapping: Mapping, source: JournalSource, enrollments: SchoolEnrollments): MappedJournal {
  const { row, year, pupils, homerooms, teachers, subjectId } = source;
  const id = mapping.ids.idOf("JOURNAL", row.text("sourcedId"));
  const schoolClass = homerooms[0]!;
  const isWholeClass = homerooms.length === 1 && isSamePupils(pupils, enrollments.pupilsOf(schoolClass.row.text("sourcedId")));
  const kind = journalKind(mapping, row, isWholeClass, pupils.length);
  const isOfPupil = kind === "HOME" || kind === "FAMILY";
  const isOfGroup = !isOfPupil && !isWholeClass;
  mapping.rows.journal.push({
    ...{ id, academic_year_id: year.id, subject_id: subjectId, kind },
    class_id: isOfPupil || isOfGroup ? null : schoolClass.id,
    group_id: isOfGroup ? mapGroup(mapping, row, year, pupils, homerooms) : null,
    pupil_id: isOfPupil ? pupils[0]!.person.id : null,
    marking_scheme: markingScheme(mapping, row, kind, homerooms),
    term_kind: schoolClass.termKind,
  });
  return { id, row, year, kind, classes: homerooms, teachers };
}

function journalKind({ problems }: Mapping, row: CsvRow, isWholeClass: boolean, pupilCount: number): JournalKind {
  const usual = isWholeClass ? "CLASS" : "GROUP";
  const written = row.text("metadata.journalKind");
  if (!written) return usual;
  const kind = JOURNAL_KINDS.find((known) => known === written);
  if (!kind) problems.add(row.at("metadata.journalKind"), `Вид журнала «${written}» неизвестен. Допустимы: ${JOURNAL_KINDS.join(", ")}.`);
  if ((kind === "HOME" || kind === "FAMILY") && pupilCount !== 1) {
    problems.add(
      row.at("metadata.journalKind"),
      "Такой журнал ведётся на одного учащегося, а записано больше. Оставьте одного или измените вид журнала.",
    );
  }
  return kind === "CLASS" || kind === "GROUP" ? usual : (kind ?? usual);
}

function markingScheme({ problems }: Mapping, row: CsvRow, kind: JournalKind, classes: readonly MappedClass[]): string {
  const written = row.text("metadata.markingScheme");
  if (MARKING_SCHEMES.includes(written)) return written;
  if (written) problems.add(row.at("metadata.markingScheme"), `Система оценивания неизвестна. Допустимы: ${MARKING_SCHEMES.join(", ")}.`);
  const isUnmarked = kind === "ELECTIVE" || kind === "EXTRACURRICULAR" || kind === "INDIVIDUAL_GROUP";
  return isUnmarked || classes.every(({ grade }) => grade === 1) ? "NONE" : "FIVE_POINT";
}

function classesByPupil(classes: Classes, enrollments: SchoolEnrollments): ReadonlyMap<string, readonly MappedClass[]> {
  const byPupil = new Map<string, MappedClass[]>();
  for (const [sourcedId, schoolClass] of classes) {
    for (const { person } of enrollments.pupilsOf(sourcedId)) byPupil.set(person.id, [...(byPupil.get(person.id) ?? []), schoolClass]);
  }
  return byPupil;
}

/** The classes that hold the pupils of a scheduled class; by the last stay of each, so that one who changed class does not split a class journal. */
function homeroomsOf(pupils: readonly Enrollment[], year: MappedYear, byPupil: ReadonlyMap<string, readonly MappedClass[]>): MappedClass[] {
  const options = pupils.map(({ person }) => (byPupil.get(person.id) ?? []).filter((schoolClass) => schoolClass.year === year));
  const certain = new Set(options.filter((classes) => classes.length === 1).map(([schoolClass]) => schoolClass!));
  for (const classes of options)
    if (classes.length > 1 && !classes.some((schoolClass) => certain.has(schoolClass))) certain.add(classes.at(-1)!);
  return [...certain];
}

function isSamePupils(some: readonly Enrollment[], others: readonly Enrollment[]): boolean {
  const ids = new Set(some.map(({ person }) => person.id));
  return others.every(({ person }) => ids.has(person.id)) && ids.size === new Set(others.map(({ person }) => person.id)).size;
}

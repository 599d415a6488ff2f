import type { CsvRow } from "./csv-row";
import type { Journals, MappedJournal } from "./map-journals";
import type { MappedPerson, People } from "./map-people";
import type { MappedYear, Mapping } from "./mapping";

export type WeekParity = "EVERY" | "ODD" | "EVEN";

/** One line of timetable.csv, understood. */
export interface MappedEntry {
  row: CsvRow;
  journal: MappedJournal;
  teacherId: string;
  weekday: number;
  slot: number;
  parity: WeekParity;
  room: string | null;
  validFrom: string;
  validTo: string;
}

/** Maps timetable.csv: lines with the same dates make one version of the year's timetable. */
export function mapTimetable(mapping: Mapping, journals: Journals, people: People): MappedEntry[] {
  const entries: MappedEntry[] = [];
  const versions = new Map<string, string>();
  const seen = new Set<string>();
  for (const row of mapping.files.rows("timetable.csv")) {
    const entry = readEntry(mapping, row, journals, people);
    if (!entry) continue;
    const { journal, weekday, slot, parity } = entry;
    const version = versionId(mapping, versions, journal.year, entry);
    const key = [version, weekday, slot, parity, journal.id].join(" ");
    if (seen.has(key)) {
      mapping.problems.add(row.at(), "Этот урок стоит в расписании дважды. Оставьте одну строку.");
      continue;
    }
    seen.add(key);
    entries.push(entry);
    mapping.rows.timetable_entry.push({
      ...{ id: mapping.ids.newId("TIMETABLE_ENTRY", key), timetable_id: version, weekday, slot, week_parity: parity },
      ...{ journal_id: journal.id, staff_id: entry.teacherId, room: entry.room },
    });
  }
  return entries;
}

function readEntry({ files, problems }: Mapping, row: CsvRow, journals: Journals, people: People): MappedEntry | null {
  const classId = row.text("classSourcedId");
  const journal = journals.get(classId);
  const teacher = people.get(row.text("teacherSourcedId"));
  const weekday = row.integer("weekday")!;
  const slot = row.integer("slot")!;
  const before = problems.count;
  if (!journal && !isPassedOver(files, classId)) {
    problems.add(
      row.at("classSourcedId"),
      `Журнала «${classId}» (classType = scheduled) нет в classes.csv. Добавьте его или уберите строку.`,
    );
  }
  if (!isStaff(teacher) && !files.isBroken("users.csv", row.text("teacherSourcedId"))) {
    problems.add(
      row.at("teacherSourcedId"),
      `Сотрудника «${row.text("teacherSourcedId")}» нет в users.csv. Добавьте его или исправьте ссылку.`,
    );
  }
  if (weekday < 1 || weekday > 7) problems.add(row.at("weekday"), "День недели — число от 1 (понедельник) до 7 (воскресенье).");
  if (journal && !journal.classes[0]!.bells.slots.has(slot))
    problems.add(row.at("slot"), "Такого урока нет в расписании звонков этого класса. Исправьте номер урока.");
  if (problems.count > before || !journal || !teacher) return null;
  return {
    ...{ row, journal, teacherId: teacher.id, weekday, slot, room: row.optional("room") },
    parity: (row.optional("weekParity") ?? "EVERY") as WeekParity,
    validFrom: row.text("beginDate") || journal.year.startsOn,
    validTo: row.text("endDate") || journal.year.endsOn,
  };
}

export function isStaff(person: MappedPerson | undefined): boolean {
  return person?.roles.some(({ role }) => role !== "PUPIL" && role !== "PARENT" && role !== "GUARDIAN") ?? false;
}

/** A scheduled class that is there but made no journal: that is noted or reported already. */
export function isPassedOver(files: Mapping["files"], classId: string): boolean {
  return (
    files.isBroken("classes.csv", classId) ||
    files.rows("classes.csv").some((row) => row.text("sourcedId") === classId && row.text("classType") === "scheduled")
  );
}

function versionId({ rows, ids }: Mapping, versions: Map<string, string>, year: MappedYear, { validFrom, validTo }: MappedEntry): string {
  const source = `${year.id} ${validFrom} ${validTo}`;
  const known = versions.get(source);
  if (known) return known;
  const id = ids.idOf("TIMETABLE", source);
  versions.set(source, id);
  rows.timetable.push({ id, academic_year_id: year.id, name: "Расписание уроков", valid_from: validFrom, valid_to: validTo });
  return id;
}

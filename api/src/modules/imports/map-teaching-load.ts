import { findOverlaps } from "./find-overlaps";
import type { Journals, MappedJournal } from "./map-journals";
import type { MappedEntry } from "./map-timetable";
import { type Mapping, openEnd } from "./mapping";

/** Maps the teachers of scheduled classes: who teaches which journal from..to, with the hours of the timetable where it has them. */
export function mapTeachingLoad(mapping: Mapping, journals: Journals, entries: readonly MappedEntry[]): void {
  const hours = weeklyHours(entries);
  for (const journal of journals.values()) mapLoad(mapping, journal, hours);
}

function mapLoad({ rows, ids, problems }: Mapping, journal: MappedJournal, hours: ReadonlyMap<string, number>): void {
  const { id, row, year, teachers } = journal;
  if (teachers.length === 0) problems.note(row.at("sourcedId"), "У журнала нет учителя. Назначьте его в enrollments.csv (role = teacher).");
  const stated = Number(row.text("metadata.weeklyHours").replace(",", "."));
  const links = teachers.map((teacher) => ({
    row: teacher.row,
    id: ids.idOfLink("TEACHING_LOAD", teacher.row.text("sourcedId"), [teacher.person.id, id, teacher.row.text("beginDate")]),
    journal_id: id,
    staff_id: teacher.person.id,
    weekly_hours: stated > 0 && stated < 100 ? stated : (hours.get(`${id} ${teacher.person.id}`) ?? 1),
    valid_from: teacher.row.text("beginDate") || year.startsOn,
    valid_to: teacher.row.optional("endDate") ?? openEnd(year),
  }));
  for (const ofOne of Map.groupBy(links, ({ staff_id }) => staff_id).values()) {
    for (const overlap of findOverlaps(ofOne)) {
      problems.add(overlap.row.at("userSourcedId"), "Учитель назначен на этот журнал дважды на одни и те же дни. Оставьте одну строку.");
    }
  }
  for (const { row: _row, ...link } of links) rows.teaching_load.push(link);
}

/** Lessons a week by journal and teacher; a lesson of odd or even weeks is half of one. */
function weeklyHours(entries: readonly MappedEntry[]): ReadonlyMap<string, number> {
  const hours = new Map<string, number>();
  for (const { journal, teacherId, parity } of entries) {
    const key = `${journal.id} ${teacherId}`;
    hours.set(key, (hours.get(key) ?? 0) + (parity === "EVERY" ? 1 : 0.5));
  }
  return hours;
}

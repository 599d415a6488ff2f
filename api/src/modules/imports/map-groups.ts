import type { CsvRow } from "./csv-row";
import { findOverlaps } from "./find-overlaps";
import type { MappedClass } from "./map-classes";
import { type MappedYear, type Mapping, openEnd } from "./mapping";
import type { Enrollment } from "./school-enrollments";

/** Maps the pupils of a scheduled class that are not one whole class: a study group. Answers its id. */
export function mapGroup(
  { rows, ids, problems }: Mapping,
  row: CsvRow,
  year: MappedYear,
  pupils: readonly Enrollment[],
  classes: readonly MappedClass[],
): string {
  const id = ids.idOf("GROUP", row.text("sourcedId"));
  rows.study_group.push({ id, academic_year_id: year.id, name: row.text("title") });
  for (const schoolClass of classes) rows.study_group_class.push({ group_id: id, class_id: schoolClass.id });
  const links = pupils.map((pupil) => ({
    row: pupil.row,
    id: ids.idOfLink("GROUP_MEMBERSHIP", pupil.row.text("sourcedId"), [pupil.person.id, id, pupil.row.text("beginDate")]),
    group_id: id,
    pupil_id: pupil.person.id,
    valid_from: pupil.row.text("beginDate") || year.startsOn,
    valid_to: pupil.row.optional("endDate") ?? openEnd(year),
  }));
  for (const doubled of Map.groupBy(links, ({ pupil_id }) => pupil_id).values()) {
    for (const overlap of findOverlaps(doubled)) {
      problems.add(overlap.row.at("userSourcedId"), "Учащийся записан в эту группу дважды на одни и те же дни. Оставьте одну строку.");
    }
  }
  for (const { row: _row, ...link } of links) rows.group_membership.push(link);
  return id;
}

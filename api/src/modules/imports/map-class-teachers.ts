import { findOverlaps } from "./find-overlaps";
import type { Classes } from "./map-classes";
import { type Mapping, openEnd } from "./mapping";
import type { SchoolEnrollments } from "./school-enrollments";

/** Maps the teachers of homerooms: the class teacher, one at a time; the main one (primary) where a class has several at once. */
export function mapClassTeachers({ rows, ids, problems }: Mapping, classes: Classes, enrollments: SchoolEnrollments): void {
  for (const [sourcedId, { id: classId, year }] of classes) {
    const teachers = enrollments.teachersOf(sourcedId);
    const main = teachers.some(({ row }) => row.text("primary") === "true")
      ? teachers.filter(({ row }) => row.text("primary") === "true")
      : teachers;
    const links = main.map(({ row, person }) => ({
      row,
      id: ids.idOfLink("CLASS_TEACHER", row.text("sourcedId"), [person.id, classId, row.text("beginDate")]),
      class_id: classId,
      staff_id: person.id,
      valid_from: row.text("beginDate") || year.startsOn,
      valid_to: row.optional("endDate") ?? openEnd(year),
    }));
    for (const { row } of findOverlaps(links)) {
      problems.add(row.at("primary"), "У класса два классных руководителя на одни и те же дни. Отметьте главного: primary = true.");
    }
    for (const { row: _row, ...link } of links) rows.class_teacher.push(link);
  }
}

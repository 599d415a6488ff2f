import type { CsvRow } from "./csv-row";
import { addDays } from "./civil-date";
import { findOverlaps } from "./find-overlaps";
import type { Classes, MappedClass } from "./map-classes";
import { type Mapping, openEnd } from "./mapping";
import type { SchoolEnrollments } from "./school-enrollments";

/** One stay of a pupil in a class. */
interface Stay {
  row: CsvRow;
  pupilId: string;
  schoolClass: MappedClass;
  valid_from: string;
  valid_to: string | null;
}

/** A pupil who goes this near to the end of the year goes with the class. */
const END_OF_YEAR_DAYS = 14;

/** Maps the student lines of homerooms: who was in which class from..to, and how each stay ended. */
export function mapEnrolments(mapping: Mapping, classes: Classes, enrollments: SchoolEnrollments): void {
  const staysOf = new Map<string, Stay[]>();
  for (const [sourcedId, schoolClass] of classes) {
    for (const { row, person } of enrollments.pupilsOf(sourcedId)) {
      const { year } = schoolClass;
      const stay = {
        ...{ row, pupilId: person.id, schoolClass },
        valid_from: row.text("beginDate") || year.startsOn,
        valid_to: row.optional("endDate") ?? openEnd(year),
      };
      staysOf.set(person.id, [...(staysOf.get(person.id) ?? []), stay]);
    }
  }
  for (const stays of staysOf.values()) mapStays(mapping, stays);
}

function mapStays({ rows, ids, problems }: Mapping, stays: Stay[]): void {
  for (const { row } of findOverlaps(stays)) {
    problems.add(row.at("beginDate"), "Учащийся зачислен в два класса на одни и те же дни. Укажите, до какого дня он был в первом.");
  }
  stays.sort((a, b) => (a.valid_from < b.valid_from ? -1 : 1));
  for (const [index, stay] of stays.entries()) {
    rows.enrolment.push({
      id: ids.idOfLink("ENROLMENT", stay.row.text("sourcedId"), [stay.pupilId, stay.schoolClass.id, stay.valid_from]),
      pupil_id: stay.pupilId,
      class_id: stay.schoolClass.id,
      valid_from: stay.valid_from,
      valid_to: stay.valid_to,
      order_number: stay.row.optional("metadata.orderNumber"),
      order_date: stay.row.optional("metadata.orderDate"),
      end_kind: endKind(stay, stays[index + 1]),
      end_order_number: stay.row.optional("metadata.endOrderNumber"),
      end_order_date: stay.row.optional("metadata.endOrderDate"),
    });
  }
}

function endKind({ valid_to, schoolClass: { year, grade } }: Stay, next: Stay | undefined): string | null {
  if (valid_to === null) return null;
  if (next) return next.schoolClass.grade > grade ? "PROMOTED" : "TRANSFER";
  const isAtYearEnd = valid_to >= addDays(year.endsOn, -END_OF_YEAR_DAYS);
  return isAtYearEnd && (grade === 9 || grade === 11) ? "GRADUATED" : "LEFT";
}

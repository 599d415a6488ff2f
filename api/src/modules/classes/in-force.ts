import type { SelectQueryBuilder } from "typeorm";

/**
 * Joins the school year of a class or journal as `year` and keeps the links (enrolment, class teacher, load) in force on its day: today;
 * for a year that is over, its last day; for one to come, its first.
 */
export function inForce<Row extends object>(
  query: SelectQueryBuilder<Row>,
  link: string,
  ofYear: string,
  today: string,
): SelectQueryBuilder<Row> {
  return query
    .innerJoin("academic_year", "year", `year.school_id = ${link}.schoolId AND year.id = ${ofYear}.academicYearId`)
    .andWhere(`${link}.validFrom <= ${DAY} AND (${link}.validTo IS NULL OR ${link}.validTo >= ${DAY})`, { today });
}

const DAY = "LEAST(GREATEST(CAST(:today AS date), year.starts_on), year.ends_on)";

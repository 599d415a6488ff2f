/** SQL: the hours a week of a journal's teaching load on a date, in tenths; null where nobody teaches it. The arguments are SQL; `$1` is the school. */
export function weeklyHoursOn(journal: string, date: string): string {
  return `(SELECT round(sum(teaching_load.weekly_hours) * 10)::int FROM teaching_load
    WHERE teaching_load.school_id = $1 AND teaching_load.journal_id = ${journal} AND teaching_load.valid_from <= ${date}
      AND (teaching_load.valid_to IS NULL OR teaching_load.valid_to >= ${date}))`;
}

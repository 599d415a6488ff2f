/** SQL: who taught the lesson, or is to: by the record, a substitution or the timetable. `$1` is the school. */
export function lessonTeacher(lesson: string): string {
  return `COALESCE(${lesson}.taught_by,
      (SELECT staff_id FROM substitution WHERE substitution.school_id = $1 AND substitution.lesson_id = ${lesson}.id), ${lesson}.teacher_id)`;
}

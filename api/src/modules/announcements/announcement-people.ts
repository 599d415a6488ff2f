/** SQL: a link (enrolment, guardianship, load, role, class teacher) that is in force on the day $3. */
function inForce(link: string): string {
  return `${link}.school_id = $1 AND ${link}.valid_from <= $3::date AND (${link}.valid_to IS NULL OR ${link}.valid_to >= $3::date)`;
}

/**
 * SQL: common tables that end in `addressed (person_id)`, each person once. Needs $1 the school, $3 the day, and $4 the audiences as JSON
 * (`KeptAudience`). Every relation is that of the day: who left the class, the guardianship or the school before is not among them.
 */
export const ADDRESSED_PEOPLE = `
  audience AS (
    SELECT * FROM jsonb_to_recordset($4::jsonb) AS a (kind text, grade smallint, "classId" uuid, "groupId" uuid, role text, pupils boolean, guardians boolean, staff boolean)
  ), enrolled AS (
    SELECT enrolment.pupil_id, enrolment.class_id, school_class.grade
    FROM enrolment JOIN school_class ON school_class.school_id = $1 AND school_class.id = enrolment.class_id
    WHERE ${inForce("enrolment")}
  ), employed AS (
    SELECT id FROM staff WHERE school_id = $1 AND hired_on <= $3::date AND (left_on IS NULL OR left_on >= $3::date)
  ), addressed_pupil AS (
    SELECT enrolled.pupil_id, audience.pupils, audience.guardians FROM audience JOIN enrolled
      ON audience.kind = 'SCHOOL' OR (audience.kind = 'GRADE' AND enrolled.grade = audience.grade) OR (audience.kind = 'CLASS' AND enrolled.class_id = audience."classId")
    UNION ALL
    SELECT enrolled.pupil_id, audience.pupils, audience.guardians FROM audience
      JOIN group_membership ON group_membership.group_id = audience."groupId" AND ${inForce("group_membership")}
      JOIN enrolled ON enrolled.pupil_id = group_membership.pupil_id
    WHERE audience.kind = 'GROUP'
  ), staffed_class AS (
    SELECT school_class.id AS class_id FROM audience JOIN school_class ON school_class.school_id = $1
      AND ((audience.kind = 'GRADE' AND school_class.grade = audience.grade) OR (audience.kind = 'CLASS' AND school_class.id = audience."classId"))
    WHERE audience.staff
  ), staffed_journal AS (
    SELECT journal.id FROM journal JOIN staffed_class ON journal.school_id = $1 AND journal.class_id = staffed_class.class_id
    UNION ALL SELECT journal.id FROM staffed_class
      JOIN study_group_class ON study_group_class.school_id = $1 AND study_group_class.class_id = staffed_class.class_id
      JOIN journal ON journal.school_id = $1 AND journal.group_id = study_group_class.group_id
    UNION ALL SELECT journal.id FROM staffed_class JOIN enrolled ON enrolled.class_id = staffed_class.class_id
      JOIN journal ON journal.school_id = $1 AND journal.pupil_id = enrolled.pupil_id
    UNION ALL SELECT journal.id FROM audience JOIN journal ON journal.school_id = $1 AND journal.group_id = audience."groupId"
      WHERE audience.kind = 'GROUP' AND audience.staff
  ), led_class AS (
    SELECT class_id FROM staffed_class
    UNION ALL SELECT study_group_class.class_id FROM audience JOIN study_group_class ON study_group_class.school_id = $1 AND study_group_class.group_id = audience."groupId"
      WHERE audience.kind = 'GROUP' AND audience.staff
  ), addressed_staff AS (
    SELECT employed.id FROM employed WHERE EXISTS (SELECT FROM audience WHERE kind = 'SCHOOL' AND staff)
    UNION ALL SELECT teaching_load.staff_id FROM staffed_journal JOIN teaching_load ON teaching_load.journal_id = staffed_journal.id AND ${inForce("teaching_load")}
    UNION ALL SELECT class_teacher.staff_id FROM led_class JOIN class_teacher ON class_teacher.class_id = led_class.class_id AND ${inForce("class_teacher")}
    UNION ALL SELECT staff_role.staff_id FROM audience JOIN staff_role ON staff_role.role = audience.role AND ${inForce("staff_role")} WHERE audience.kind = 'ROLE'
    UNION ALL SELECT class_teacher.staff_id FROM class_teacher
      WHERE ${inForce("class_teacher")} AND EXISTS (SELECT FROM audience WHERE kind = 'ROLE' AND role = 'CLASS_TEACHER')
  ), addressed AS (
    SELECT pupil_id AS person_id FROM addressed_pupil WHERE pupils
    UNION SELECT guardianship.guardian_id FROM addressed_pupil
      JOIN guardianship ON guardianship.pupil_id = addressed_pupil.pupil_id AND ${inForce("guardianship")} WHERE addressed_pupil.guardians
    UNION SELECT employed.id FROM addressed_staff JOIN employed ON employed.id = addressed_staff.id
    UNION SELECT guardianship.guardian_id FROM guardianship
      WHERE ${inForce("guardianship")} AND EXISTS (SELECT FROM audience WHERE kind = 'ROLE' AND role = 'GUARDIAN')
    UNION SELECT enrolled.pupil_id FROM enrolled WHERE EXISTS (SELECT FROM audience WHERE kind = 'ROLE' AND role = 'PUPIL')
  )`;

import { fullName, listName } from "../people/person-name";

/** Holds on the day $3. */
const holds = (row: string): string => `${row}.valid_from <= $3::date AND (${row}.valid_to IS NULL OR ${row}.valid_to >= $3::date)`;

/** The school's setting on the day $3: may pupils and staff write to each other. They may where nothing is set. */
export const PUPILS_MAY_WRITE = `COALESCE((SELECT value = 'true'::jsonb FROM school_setting
  WHERE school_setting.school_id = $1 AND school_setting.name = 'pupils_may_write' AND school_setting.valid_from <= $3::date
  ORDER BY school_setting.valid_from DESC LIMIT 1), true)`;

/** Journals in which pupils are taught today, as (pupil_id, journal_id), of the pupils or of the journals that `only` names. */
const taughtIn = (only: { pupils: string } | { journals: string }): string => {
  const pupils = "pupils" in only ? `AND pupil_id IN (${only.pupils})` : "";
  const journals = "journals" in only ? `AND journal.id IN (${only.journals})` : "";
  return `
    SELECT enrolment.pupil_id, journal.id AS journal_id FROM enrolment
    JOIN journal ON journal.school_id = $1 AND journal.class_id = enrolment.class_id ${journals}
    WHERE enrolment.school_id = $1 AND ${holds("enrolment")} ${pupils.replace("pupil_id", "enrolment.pupil_id")}
    UNION
    SELECT group_membership.pupil_id, journal.id FROM group_membership
    JOIN journal ON journal.school_id = $1 AND journal.group_id = group_membership.group_id ${journals}
    WHERE group_membership.school_id = $1 AND ${holds("group_membership")} ${pupils.replace("pupil_id", "group_membership.pupil_id")}
    UNION
    SELECT journal.pupil_id, journal.id FROM journal
    WHERE journal.school_id = $1 AND journal.pupil_id IS NOT NULL ${journals} ${pupils.replace("pupil_id", "journal.pupil_id")}`;
};

/**
 * Whom a person may write to, the one place that says so: `contact (person_id, pupil_id, kind, subjects)`, one row for each person and child.
 * $1 school, $2 the person who writes, $3 today. A family writes about a child to its teachers of today, class teacher, director and deputies; staff to
 * each other, and about the pupils they teach, lead or (director and deputies) about every pupil, to their guardians; a pupil writes to own
 * teachers, and answers the director and deputies who have written, as the school has set.
 * Whoever has no open account is not there.
 */
export const CONTACTS = `
  employed AS (
    SELECT id FROM staff WHERE school_id = $1 AND hired_on <= $3::date AND (left_on IS NULL OR left_on >= $3::date)
  ), me AS (SELECT id FROM employed WHERE id = $2
  ), office AS (
    SELECT DISTINCT employed.id FROM staff_role JOIN employed ON employed.id = staff_role.staff_id
    WHERE staff_role.school_id = $1 AND staff_role.role IN ('DIRECTOR', 'DEPUTY') AND ${holds("staff_role")}
  ), own_child AS (
    SELECT enrolment.pupil_id, enrolment.class_id FROM enrolment
    WHERE enrolment.school_id = $1 AND ${holds("enrolment")} AND (enrolment.pupil_id IN (
        SELECT pupil_id FROM guardianship WHERE guardianship.school_id = $1 AND guardianship.guardian_id = $2 AND ${holds("guardianship")})
      OR (enrolment.pupil_id = $2 AND ${PUPILS_MAY_WRITE}))
  ), own_pupil AS (
    SELECT taught.pupil_id FROM (${taughtIn({
      journals: `SELECT teaching_load.journal_id FROM teaching_load JOIN me ON me.id = teaching_load.staff_id WHERE teaching_load.school_id = $1 AND ${holds("teaching_load")}`,
    })}) taught
    JOIN enrolment ON enrolment.school_id = $1 AND enrolment.pupil_id = taught.pupil_id AND ${holds("enrolment")}
    UNION
    SELECT enrolment.pupil_id FROM class_teacher JOIN me ON me.id = class_teacher.staff_id
    JOIN enrolment ON enrolment.school_id = $1 AND enrolment.class_id = class_teacher.class_id AND ${holds("enrolment")}
    WHERE class_teacher.school_id = $1 AND ${holds("class_teacher")}
    UNION
    SELECT enrolment.pupil_id FROM office JOIN enrolment ON enrolment.school_id = $1 AND ${holds("enrolment")} WHERE office.id = $2
  ), relation AS (
    SELECT teaching_load.staff_id AS person_id, taught.pupil_id, 'TEACHER' AS kind, subject.name AS subject
    FROM (${taughtIn({ pupils: "SELECT pupil_id FROM own_child" })}) taught
    JOIN teaching_load ON teaching_load.school_id = $1 AND teaching_load.journal_id = taught.journal_id AND ${holds("teaching_load")}
    JOIN employed ON employed.id = teaching_load.staff_id
    JOIN journal ON journal.school_id = $1 AND journal.id = taught.journal_id
    JOIN subject ON subject.school_id = $1 AND subject.id = journal.subject_id
    UNION ALL
    SELECT class_teacher.staff_id, own_child.pupil_id, 'CLASS_TEACHER', NULL FROM own_child
    JOIN class_teacher ON class_teacher.school_id = $1 AND class_teacher.class_id = own_child.class_id AND ${holds("class_teacher")}
    JOIN employed ON employed.id = class_teacher.staff_id
    UNION ALL
    SELECT office.id, own_child.pupil_id, 'ADMINISTRATION', NULL FROM own_child CROSS JOIN office
    WHERE own_child.pupil_id <> $2 OR EXISTS (
      SELECT FROM conversation WHERE conversation.school_id = $1 AND conversation.pair_key = concat_ws(' ', office.id, own_child.pupil_id, own_child.pupil_id))
    UNION ALL
    SELECT employed.id, NULL, 'COLLEAGUE', NULL FROM me CROSS JOIN employed
    UNION ALL
    SELECT guardianship.guardian_id, own_pupil.pupil_id, 'GUARDIAN', NULL FROM own_pupil
    JOIN guardianship ON guardianship.school_id = $1 AND guardianship.pupil_id = own_pupil.pupil_id AND ${holds("guardianship")}
    UNION ALL
    SELECT own_pupil.pupil_id, own_pupil.pupil_id, 'PUPIL', NULL FROM own_pupil WHERE ${PUPILS_MAY_WRITE}
  ), contact AS (
    SELECT relation.person_id, relation.pupil_id,
      (array_agg(relation.kind ORDER BY array_position(ARRAY['CLASS_TEACHER', 'TEACHER', 'ADMINISTRATION', 'COLLEAGUE', 'GUARDIAN', 'PUPIL'], relation.kind)))[1] AS kind,
      COALESCE(array_agg(DISTINCT relation.subject) FILTER (WHERE relation.subject IS NOT NULL), '{}') AS subjects
    FROM relation JOIN account ON account.school_id = $1 AND account.person_id = relation.person_id AND account.closed_at IS NULL
    WHERE relation.person_id <> $2 GROUP BY relation.person_id, relation.pupil_id
  )`;

/** The fields of a \`Contact\` over `contact`, joined with `person`, `child` and `school_class` by `CONTACT_PEOPLE`. */
export const CONTACT_FIELDS = `concat(contact.person_id, ':', contact.pupil_id) AS id, contact.person_id AS "personId", ${fullName("person")} AS name, contact.kind, contact.subjects,
  contact.pupil_id AS "pupilId", CASE WHEN contact.pupil_id IS NOT NULL THEN ${listName("child")} END AS "pupilName", school_class.label AS "classLabel"`;

/** Names of the person, the child and its class of today. */
export const CONTACT_PEOPLE = `
  JOIN person ON person.school_id = $1 AND person.id = contact.person_id
  LEFT JOIN person child ON child.school_id = $1 AND child.id = contact.pupil_id
  LEFT JOIN enrolment ON enrolment.school_id = $1 AND enrolment.pupil_id = contact.pupil_id AND ${holds("enrolment")}
  LEFT JOIN school_class ON school_class.school_id = $1 AND school_class.id = enrolment.class_id`;

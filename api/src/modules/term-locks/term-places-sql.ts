import { shortName } from "../people/person-name";

/** SQL, a JSON object of the contract's TermPlace, over a row with `term_id`, `class_id` and `journal_id`. `$1` is the school. */
export function placeJson(row: string): string {
  return `(SELECT json_build_object('termId', term.id, 'termKind', term.kind, 'termNumber', term.number, 'classId', ${row}.class_id, 'journalId', ${row}.journal_id,
      'subject', (SELECT subject.name FROM journal JOIN subject ON subject.school_id = $1 AND subject.id = journal.subject_id
        WHERE journal.school_id = $1 AND journal.id = ${row}.journal_id),
      'className', COALESCE((SELECT label FROM school_class WHERE school_id = $1 AND id = ${row}.class_id), ${classNameOf(`${row}.journal_id`)}))
    FROM term WHERE term.school_id = $1 AND term.id = ${row}.term_id)`;
}

/** SQL: a journal's class label, its group's or its pupil's name. */
export function classNameOf(journalId: string): string {
  return `(SELECT COALESCE(school_class.label, study_group.name, ${shortName("person")}) FROM journal
      LEFT JOIN school_class ON school_class.school_id = $1 AND school_class.id = journal.class_id
      LEFT JOIN study_group ON study_group.school_id = $1 AND study_group.id = journal.group_id
      LEFT JOIN person ON person.school_id = $1 AND person.id = journal.pupil_id
      WHERE journal.school_id = $1 AND journal.id = ${journalId})`;
}

/** SQL: who it was, «Иванова М. П.», or null. */
export function nameOf(personId: string): string {
  return `(SELECT ${shortName("person")} FROM person WHERE person.school_id = $1 AND person.id = ${personId})`;
}

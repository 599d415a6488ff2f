import type { PreparedImport } from "../../api/dist/modules/imports/prepare-import.js";
import type { LessonPlan } from "../../api/dist/modules/imports/plan-lessons.js";

export type MarkingScheme = "FIVE_POINT" | "PASS_FAIL" | "NONE";

/** A pupil of a journal, from..to. */
export interface BookPupil {
  id: string;
  from: string;
  to: string;
}

export interface BookTerm {
  id: string;
  kind: string;
  startsOn: string;
  endsOn: string;
}

/** One journal with all that its records are made from. */
export interface Book {
  id: string;
  yearId: string;
  subject: string;
  grade: number;
  kind: string;
  scheme: MarkingScheme;
  weeklyHours: number;
  teacherId: string;
  pupils: readonly BookPupil[];
  terms: readonly BookTerm[];
  /** By date and slot. */
  lessons: readonly LessonPlan[];
}

const OPEN = "9999-12-31";

/** Opens every journal of an imported school: who is in it when, its terms and its lessons of the whole year. */
export function openBooks({ rows, mapped }: PreparedImport): Book[] {
  const subjects = new Map(rows.subject.map((row) => [row.id, row.name!]));
  const classes = new Map(rows.school_class.map((row) => [row.id, row]));
  const classOfGroup = new Map(rows.study_group_class.map((row) => [row.group_id, row.class_id]));
  const inClass = Map.groupBy(rows.enrolment, (row) => row.class_id);
  const inGroup = Map.groupBy(rows.group_membership, (row) => row.group_id);
  const classOfPupil = new Map(rows.enrolment.map((row) => [row.pupil_id, row.class_id]));
  const load = new Map(rows.teaching_load.map((row) => [row.journal_id, row]));
  const lessons = Map.groupBy(mapped.lessons, (lesson) => lesson.journal_id);
  const atHome = new Set(rows.journal.filter((row) => row.kind === "HOME").map((row) => `${row.academic_year_id} ${row.pupil_id}`));
  return rows.journal.map((journal): Book => {
    const schoolClass = classes.get(journal.class_id ?? classOfGroup.get(journal.group_id) ?? classOfPupil.get(journal.pupil_id) ?? null)!;
    const members = (journal.class_id ? inClass.get(journal.class_id) : inGroup.get(journal.group_id)) ?? [];
    const ownPupil = journal.pupil_id ? [{ pupil_id: journal.pupil_id, valid_from: "", valid_to: null }] : [];
    return {
      ...{ id: journal.id!, yearId: journal.academic_year_id!, subject: subjects.get(journal.subject_id)!, grade: schoolClass.grade! },
      ...{ kind: journal.kind!, scheme: journal.marking_scheme as MarkingScheme },
      weeklyHours: load.get(journal.id)?.weekly_hours ?? 1,
      teacherId: load.get(journal.id)!.staff_id!,
      pupils: [...members, ...ownPupil]
        .filter((row) => journal.pupil_id !== null || !atHome.has(`${journal.academic_year_id} ${row.pupil_id}`))
        .map((row) => ({ id: row.pupil_id!, from: row.valid_from!, to: row.valid_to ?? OPEN })),
      terms: rows.term
        .filter((term) => term.academic_year_id === journal.academic_year_id && term.kind === journal.term_kind)
        .map((term) => ({ id: term.id!, kind: term.kind!, startsOn: term.starts_on!, endsOn: term.ends_on! })),
      lessons: (lessons.get(journal.id!) ?? []).toSorted((a, b) => (a.date === b.date ? a.slot - b.slot : a.date < b.date ? -1 : 1)),
    };
  });
}

import { readableJournals, seesWholeSchool, seesWholeStructure, type Viewer } from "./viewer";

/** A condition of a TypeORM query: which rows are the viewer's. Rows outside it are as if they were not there. */
export type Scope = [condition: string, parameters: Record<string, unknown>];

/** Journals that the viewer may open; every one for those who see the structure. */
export function journalScope(viewer: Viewer, alias: string): Scope {
  return scoped(viewer, `${alias}.id = ANY(:myJournals)`);
}

/** Lessons of those journals. */
export function lessonScope(viewer: Viewer, alias: string): Scope {
  return scoped(viewer, `${alias}.journalId = ANY(:myJournals)`);
}

/** What is written in lessons (marks, absences, homework): never for one who sees the structure only. `journalId` is the column. */
export function lessonContentScope(viewer: Viewer, journalId: string): Scope {
  return seesWholeSchool(viewer) ? EVERYTHING : [`${journalId} = ANY(:myJournals)`, { myJournals: readableJournals(viewer) }];
}

/** Classes that the viewer leads or teaches (the whole, a group or one pupil at home), and those of the viewer's own children. */
export function classScope(viewer: Viewer, alias: string): Scope {
  return scoped(
    viewer,
    `${alias}.id IN (
      SELECT unnest(CAST(:myClasses AS uuid[]))
      UNION ALL SELECT class_id FROM journal WHERE ${MY_JOURNALS}
      UNION ALL SELECT class_id FROM study_group_class WHERE school_id = :mySchool AND group_id IN (SELECT group_id FROM journal WHERE ${MY_JOURNALS})
      UNION ALL SELECT class_id FROM enrolment WHERE school_id = :mySchool
        AND (pupil_id = ANY(:myDiaries) OR pupil_id IN (SELECT pupil_id FROM journal WHERE ${MY_JOURNALS})))`,
  );
}

/** Pupils who are, or were, in a class that the viewer leads or in a journal that the viewer may open, and the viewer's own children. */
export function pupilScope(viewer: Viewer, alias: string): Scope {
  return scoped(
    viewer,
    `${alias}.id IN (
      SELECT unnest(CAST(:myDiaries AS uuid[]))
      UNION ALL SELECT pupil_id FROM enrolment WHERE school_id = :mySchool
        AND (class_id = ANY(:myClasses) OR class_id IN (SELECT class_id FROM journal WHERE ${MY_JOURNALS}))
      UNION ALL SELECT pupil_id FROM group_membership WHERE school_id = :mySchool AND group_id IN (SELECT group_id FROM journal WHERE ${MY_JOURNALS})
      UNION ALL SELECT pupil_id FROM journal WHERE ${MY_JOURNALS})`,
  );
}

const MY_JOURNALS = "school_id = :mySchool AND id = ANY(:myJournals)";

/** Pupils whose guardians the viewer may call: those enrolled today in a class that the viewer leads [2.6]. */
export function ledPupilScope(viewer: Viewer, pupilId: string): Scope {
  return scoped(
    viewer,
    `EXISTS (SELECT FROM enrolment WHERE enrolment.school_id = :mySchool AND enrolment.pupil_id = ${pupilId} AND enrolment.class_id = ANY(:myClasses)
             AND enrolment.valid_from <= :myToday AND (enrolment.valid_to IS NULL OR enrolment.valid_to >= :myToday))`,
  );
}

const EVERYTHING: Scope = ["TRUE", {}];

function scoped(viewer: Viewer, condition: string): Scope {
  if (seesWholeStructure(viewer)) return EVERYTHING;
  return [
    condition,
    {
      mySchool: viewer.schoolId,
      myToday: viewer.today,
      myJournals: readableJournals(viewer),
      myClasses: [...viewer.leads],
      myDiaries: [...viewer.diaries],
    },
  ];
}

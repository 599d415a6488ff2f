import { registerEnumType } from "type-graphql";

export enum Role {
  DIRECTOR = "DIRECTOR",
  DEPUTY = "DEPUTY",
  ADMINISTRATOR = "ADMINISTRATOR",
  TEACHER = "TEACHER",
  CLASS_TEACHER = "CLASS_TEACHER",
  SPECIALIST = "SPECIALIST",
  GUARDIAN = "GUARDIAN",
  PUPIL = "PUPIL",
}
registerEnumType(Role, { name: "Role", description: "A role in the school; held from..to, several at once." });

/** A role held from..to; `validTo` is the last day, null while it is open. Dates are the school's civil dates. */
export interface HeldRole {
  role: Role;
  validFrom: string;
  validTo: string | null;
}

/**
 * Who asks, with every fact that a rule needs: loaded anew for each request in one statement, so a right that ended
 * yesterday is gone today. All ids are of `schoolId`.
 */
export interface Viewer {
  schoolId: string;
  accountId: string;
  sessionId: string;
  personId: string;
  login: string;
  timeZone: string;
  /** Today by the school's clock. */
  today: string;
  /** Roles in force today. */
  roles: readonly HeldRole[];
  /** Journals of the teacher's load in force today: may be edited. */
  teaches: ReadonlySet<string>;
  /** Lessons that the viewer substitutes: lesson id → journal id. */
  substitutes: ReadonlyMap<string, string>;
  /** Classes in the viewer's charge today. */
  leads: ReadonlySet<string>;
  /** Journals of those classes: may be read. */
  leadsJournals: ReadonlySet<string>;
  /** Pupils whose diary is the viewer's to read: own children, for a guardian; oneself, for a pupil. */
  diaries: ReadonlySet<string>;
}

/** True when the viewer holds one of the roles today. */
export function holds(viewer: Viewer, ...roles: Role[]): boolean {
  return viewer.roles.some((held) => roles.includes(held.role));
}

/** The whole school's journals are open to read for the director and the deputy [2.1, 3.4.4]. */
export function seesWholeSchool(viewer: Viewer): boolean {
  return holds(viewer, Role.DIRECTOR, Role.DEPUTY);
}

/** The whole school's structure and people are open to the administrator too, without marks [3.5.1]. */
export function seesWholeStructure(viewer: Viewer): boolean {
  return seesWholeSchool(viewer) || holds(viewer, Role.ADMINISTRATOR);
}

/** May the viewer open this journal: it is taught, substituted or led by the viewer, or the whole school is open. */
export function mayReadJournal(viewer: Viewer, journalId: string): boolean {
  return (
    viewer.teaches.has(journalId) ||
    viewer.leadsJournals.has(journalId) ||
    seesWholeSchool(viewer) ||
    [...viewer.substitutes.values()].includes(journalId)
  );
}

/** The journals that are the viewer's own to open, one by one: the whole school's come on top for those who see it. */
export function readableJournals(viewer: Viewer): string[] {
  return [...viewer.teaches, ...viewer.leadsJournals, ...viewer.substitutes.values()];
}

/** May the viewer write in this lesson of this journal: the teacher by load, or the one who substitutes the lesson [3.2]. */
export function mayEditLesson(viewer: Viewer, journalId: string, lessonId: string): boolean {
  return viewer.teaches.has(journalId) || viewer.substitutes.get(lessonId) === journalId;
}

/** Everybody who may ask, by the logins of the small school. */
export const ROLES = [
  "director",
  "deputy",
  "admin",
  "specialist",
  "teacher",
  "otherTeacher",
  "classTeacher",
  "formerTeacher",
  "formerDeputy",
  "mother",
  "otherMother",
  "formerGuardian",
  "pupil",
  "otherPupil",
  "leftPupil",
  "anonymous",
] as const;
export type Role = (typeof ROLES)[number];

export const EVERYBODY: readonly Role[] = ROLES;
export const SIGNED_IN: readonly Role[] = ROLES.filter((role) => role !== "anonymous");
export const NOBODY: readonly Role[] = [];

/** The whole school with marks [2.6, 3.4.4]. */
export const OFFICE: readonly Role[] = ["director", "deputy"];
/** The whole school; without marks for the administrator [3.5.1]. */
export const STRUCTURE: readonly Role[] = [...OFFICE, "admin"];
/** Who teaches and leads today; the former teacher still works here and has no journal any more. */
export const STAFF: readonly Role[] = [...STRUCTURE, "teacher", "otherTeacher", "classTeacher", "formerTeacher"];

/** Mathematics in 5«А» is taught by the teacher, and its class teacher reads it [2.1]. */
export const READS_5A: readonly Role[] = [...OFFICE, "teacher", "classTeacher"];
export const READS_5B: readonly Role[] = [...OFFICE, "otherTeacher"];
/** Миша of 5«А» is read by himself and his mother, Боря of 5«Б» by his own [2.2]. */
export const FAMILY_5A: readonly Role[] = ["mother", "pupil"];
export const FAMILY_5B: readonly Role[] = ["otherMother", "otherPupil"];

/** Who works or learns here today, or has a child who does: they have somebody to write to [1.4.8]. */
export const WRITERS: readonly Role[] = [...STAFF, "specialist", "formerDeputy", ...FAMILY_5A, ...FAMILY_5B];

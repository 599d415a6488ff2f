import { registerEnumType } from "type-graphql";

export enum AttendanceKind {
  ABSENT = "ABSENT",
  SICK = "SICK",
  EXCUSED = "EXCUSED",
  LATE = "LATE",
  RELEASED = "RELEASED",
}
registerEnumType(AttendanceKind, {
  name: "AttendanceKind",
  description: "Why a pupil was not at the lesson, or LATE: was there, but not from the start.",
});

/** Kinds with which the pupil was not at the lesson: no mark may be set beside them. */
export const AWAY: ReadonlySet<AttendanceKind> = new Set([AttendanceKind.ABSENT, AttendanceKind.SICK, AttendanceKind.EXCUSED]);

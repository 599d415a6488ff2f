import { LessonStatus } from "./lesson-status";
import { MissingPart } from "./missing-part";

/** What decides whether a lesson lacks something. */
export interface LessonFacts {
  status: LessonStatus;
  /** The lesson has begun, by the school's clock. */
  hasBegun: boolean;
  /** Homework is usual here: not in grade 1, not on electives and extracurricular work. */
  expectsHomework: boolean;
  hasHomework: boolean;
  /** A mandatory column has no mark of somebody who was there. */
  lacksControlMarks: boolean;
}

/** What a lesson still lacks; a cancelled or missed one lacks nothing. */
export function missingParts({ status, hasBegun, expectsHomework, hasHomework, lacksControlMarks }: LessonFacts): MissingPart[] {
  if (status === LessonStatus.PLANNED) return hasBegun ? [MissingPart.TOPIC] : [];
  if (status !== LessonStatus.HELD) return [];
  const missing: MissingPart[] = [];
  if (expectsHomework && !hasHomework) missing.push(MissingPart.HOMEWORK);
  if (lacksControlMarks) missing.push(MissingPart.CONTROL_MARKS);
  return missing;
}

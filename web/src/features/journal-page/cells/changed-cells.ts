import type { PageAssessment } from "../page/page-model";

/** Cells that differ between two moments, by `cellKey`; null while nothing is compared. */
export type ChangedCells = ReadonlySet<string> | null;

/** A cell of the grid: a pupil's, under a column of a lesson. */
export function cellKey(pupilId: string, lessonId: string, number: number): string {
  return `${pupilId}/${lessonId}/${number}`;
}

/** An absence stands in the first column of its lesson, a mark in that of its work. */
export function changedCells(
  changes: readonly { pupilId: string | null; lessonId: string | null; assessmentId: string | null }[],
  works: readonly Pick<PageAssessment, "id" | "number">[],
): ChangedCells {
  const numberOf = new Map(works.map(({ id, number }) => [id, number]));
  return new Set(
    changes.flatMap(({ pupilId, lessonId, assessmentId }) =>
      pupilId && lessonId ? [cellKey(pupilId, lessonId, (assessmentId && numberOf.get(assessmentId)) || 1)] : [],
    ),
  );
}

import type { PageAssessment } from "../page/page-model";

/** Cells that the page marks, by `cellKey`: those that differ between two moments, those that were written late. Null: none. */
export type MarkedCells = ReadonlySet<string> | null;

/** A cell of the grid: a pupil's, under a column of a lesson. */
export function cellKey(pupilId: string, lessonId: string, number: number): string {
  return `${pupilId}/${lessonId}/${number}`;
}

/** The cells that something is told of. An absence stands in the first column of its lesson, a mark in that of its work. */
export function markedCells(
  told: readonly { pupilId: string | null; lessonId: string | null; assessmentId: string | null }[],
  works: readonly Pick<PageAssessment, "id" | "number">[],
): MarkedCells {
  const numberOf = new Map(works.map(({ id, number }) => [id, number]));
  return new Set(
    told.flatMap(({ pupilId, lessonId, assessmentId }) =>
      pupilId && lessonId ? [cellKey(pupilId, lessonId, (assessmentId && numberOf.get(assessmentId)) || 1)] : [],
    ),
  );
}

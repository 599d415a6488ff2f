import type { TermLockBoardQuery } from "@/graphql/generated/graphql";

export type Board = TermLockBoardQuery["termLockBoard"];
export type BoardTerm = Board["terms"][number];
export type BoardClass = Board["classes"][number];
export type BoardCell = BoardClass["cells"][number];

/** A ticked place of the board. */
export interface BoardPlace {
  term: BoardTerm;
  /** Null: the whole school. */
  ofClass: BoardClass | null;
  /** Something closes it: it can be opened for a time. */
  isLocked: boolean;
}

/** How a place is kept while it is ticked. */
export function placeKey(termId: string, classId: string | null): string {
  return `${termId} ${classId ?? ""}`;
}

/** The ticked places, as the board has them now. */
export function chosenPlaces(board: Board, chosen: ReadonlySet<string>): BoardPlace[] {
  const ofSchool = board.terms
    .filter(({ id }) => chosen.has(placeKey(id, null)))
    .map((term) => ({ term, ofClass: null, isLocked: term.lock !== null || isLockedSomewhere(board, term.id) }));
  const ofClasses = board.classes.flatMap((ofClass) =>
    ofClass.cells
      .filter(({ termId }) => chosen.has(placeKey(termId, ofClass.id)))
      .flatMap((cell) => {
        const term = board.terms.find(({ id }) => id === cell.termId);
        return term ? [{ term, ofClass, isLocked: isLocked(cell) }] : [];
      }),
  );
  return [...ofSchool, ...ofClasses];
}

/** The own lock of a place: what can be lifted. */
export function lockOf(board: Board, { term, ofClass }: BoardPlace): { id: string; version: number } | null {
  if (!ofClass) return board.terms.find(({ id }) => id === term.id)?.lock ?? null;
  return ofClass.cells.find(({ termId }) => termId === term.id)?.lock ?? null;
}

/** Terms of one kind with the classes that go by them. */
export function boardParts(board: Board): { terms: BoardTerm[]; classes: BoardClass[] }[] {
  const kinds = [...new Set(board.terms.map(({ kind }) => kind))];
  return kinds.map((kind) => {
    const terms = board.terms.filter((term) => term.kind === kind);
    const ids = new Set(terms.map(({ id }) => id));
    return { terms, classes: board.classes.filter(({ cells }) => cells.some(({ termId }) => ids.has(termId))) };
  });
}

function isLocked({ isClosed, openUntil, closedJournals }: BoardCell): boolean {
  return isClosed || openUntil !== null || closedJournals > 0;
}

function isLockedSomewhere(board: Board, termId: string): boolean {
  return board.classes.some(({ cells }) => cells.some((cell) => cell.termId === termId && isLocked(cell)));
}

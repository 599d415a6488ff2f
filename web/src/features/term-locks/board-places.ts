import type { BoardJournalsQuery, TermLockBoardQuery } from "@/graphql/generated/graphql";

export type Board = TermLockBoardQuery["termLockBoard"];
export type BoardTerm = Board["terms"][number];
export type BoardClass = Board["classes"][number];
export type BoardCell = BoardClass["cells"][number];
export type BoardJournal = BoardJournalsQuery["boardJournals"][number];

/** A ticked place of the board. */
export interface BoardPlace {
  term: BoardTerm;
  /** Null: the whole school. */
  ofClass: BoardClass | null;
  /** One journal of the class; null: all of them. */
  journal: BoardJournal | null;
  /** Something closes it: it can be opened for a time. */
  isLocked: boolean;
  /** Its own lock: what can be lifted. */
  lock: { id: string; version: number } | null;
}

/** How a place is kept while it is ticked. */
export function placeKey(termId: string, classId: string | null): string {
  return `${termId} ${classId ?? ""}`;
}

/** The ticked places, as the board has them now. */
export function chosenPlaces(board: Board, chosen: ReadonlySet<string>): BoardPlace[] {
  const ofSchool = board.terms
    .filter(({ id }) => chosen.has(placeKey(id, null)))
    .map((term) => ({
      term,
      ofClass: null,
      journal: null,
      isLocked: term.lock !== null || isLockedSomewhere(board, term.id),
      lock: term.lock,
    }));
  const ofClasses = board.classes.flatMap((ofClass) =>
    ofClass.cells
      .filter(({ termId }) => chosen.has(placeKey(termId, ofClass.id)))
      .flatMap((cell) => {
        const term = board.terms.find(({ id }) => id === cell.termId);
        return term ? [{ term, ofClass, journal: null, isLocked: isLocked(cell), lock: cell.lock }] : [];
      }),
  );
  return [...ofSchool, ...ofClasses];
}

/** One journal of a place as a place of its own. */
export function placeOfJournal(place: BoardPlace, journal: BoardJournal): BoardPlace {
  return { ...place, journal, isLocked: journal.isClosed || journal.openUntil !== null, lock: journal.lock };
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

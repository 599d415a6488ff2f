/** One thing wrong in the school's files: where it stands and, in Russian, what to do. */
export interface ImportProblem {
  file: string;
  /** From 1, the header is line 1; null: the file as a whole. */
  line: number | null;
  column: string | null;
  message: string;
}

/** How many rows of one table an import made and changed. */
export interface TableCount {
  table: string;
  inserted: number;
  updated: number;
  deleted: number;
}

/** What an import did. A refused one changed nothing. */
export interface ImportReport {
  outcome: "IMPORTED" | "UNCHANGED" | "REFUSED";
  schoolId: string | null;
  /** The first thousand, by file and line. */
  problems: readonly ImportProblem[];
  problemCount: number;
  /** Things that the import passed over, none of them an obstacle. */
  notes: readonly ImportProblem[];
  /** Only the tables that changed. */
  counts: readonly TableCount[];
}

/** Where a problem stands. */
export interface Place {
  file: string;
  line?: number | undefined;
  column?: string;
}

const MOST_KEPT = 1000;

/** Gathers every problem of an import, so that a school mends its files once and not a hundred times. */
export class ProblemList {
  private readonly kept: ImportProblem[] = [];
  private readonly noted: ImportProblem[] = [];
  private total = 0;

  get count(): number {
    return this.total;
  }

  add(place: Place, message: string): void {
    this.total += 1;
    if (this.kept.length < MOST_KEPT) this.kept.push(at(place, message));
  }

  note(place: Place, message: string): void {
    if (this.noted.length < MOST_KEPT) this.noted.push(at(place, message));
  }

  get problems(): readonly ImportProblem[] {
    return this.kept.toSorted(byPlace);
  }

  get notes(): readonly ImportProblem[] {
    return this.noted.toSorted(byPlace);
  }
}

/** One problem as a line of text. */
export function problemLine({ file, line, column, message }: ImportProblem): string {
  const place = [file, line === null ? "" : `строка ${line}`, column === null ? "" : `столбец ${column}`].filter(Boolean).join(", ");
  return `${place}: ${message}`;
}

function at({ file, line, column }: Place, message: string): ImportProblem {
  return { file, line: line ?? null, column: column ?? null, message };
}

function byPlace(a: ImportProblem, b: ImportProblem): number {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : (a.line ?? 0) - (b.line ?? 0);
}

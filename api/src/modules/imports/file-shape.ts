/** What a column holds; values are checked before anything is mapped. */
export type CellKind = "text" | "date" | "time" | "boolean" | "integer" | readonly string[];

export interface ColumnShape {
  name: string;
  kind: CellKind;
  /** The column must be there and filled in every line. */
  required: boolean;
}

/** One CSV file that the import reads: its columns, those it does not name are passed over. */
export interface FileShape {
  name: string;
  columns: readonly ColumnShape[];
}

/** A shape from two lists: `required` and `optional` columns by name. */
export function fileShape(name: string, required: Record<string, CellKind>, optional: Record<string, CellKind>): FileShape {
  const columns = (kinds: Record<string, CellKind>, isRequired: boolean): ColumnShape[] =>
    Object.entries(kinds).map(([column, kind]) => ({ name: column, kind, required: isRequired }));
  return { name, columns: [...columns(required, true), ...columns(optional, false)] };
}

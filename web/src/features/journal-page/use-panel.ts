import { useState } from "react";
import type { Unplaced } from "./grid/place-paste";

/** What is open beside the grid. */
export type PanelKind =
  | { kind: "LESSON"; lessonId: string; addsWork: boolean }
  | { kind: "HISTORY"; lessonId: string; pupilId: string | null }
  | { kind: "AVERAGE"; pupilId: string; termId: string }
  | { kind: "PASTE"; placed: number; unplaced: Unplaced[] }
  | { kind: "SUGGESTED"; column: number }
  | { kind: "FAMILIES" }
  | { kind: "MOMENT" }
  | { kind: "HELP" };

/** One panel at a time; closing it gives the focus back to the grid. */
export function usePanel(initial: PanelKind | null, focusGrid: () => void) {
  const [panel, setPanel] = useState(initial);
  const close = () => {
    setPanel(null);
    focusGrid();
  };
  return { panel, open: setPanel, close };
}

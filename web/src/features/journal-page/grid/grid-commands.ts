/** What keys ask for beyond moving and typing. */
export type GridCommand = "UNDO" | "REDO" | "LESSON" | "ADD_COLUMN" | "COMMENT" | "HISTORY" | "HELP";

interface CommandStroke {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

/** By the physical key, so that Ctrl+Z undoes in a Russian layout too. */
export function commandOf({ key, code, ctrlKey, metaKey, altKey, shiftKey }: CommandStroke): GridCommand | null {
  const control = ctrlKey || metaKey;
  if (control && code === "KeyZ") return shiftKey ? "REDO" : "UNDO";
  if (control && code === "KeyY") return "REDO";
  if (altKey && code === "KeyH") return "HISTORY";
  if (control || altKey) return null;
  if (key === "F2") return shiftKey ? "COMMENT" : "LESSON";
  if (key === "Insert") return "ADD_COLUMN";
  return key === "F1" ? "HELP" : null;
}

import { useState } from "react";
import { endOf, type Typing } from "../cells/typing";
import type { JournalStore } from "../store/journal-store";
import { typeInto } from "./grid-actions";
import type { Position } from "./grid-move";
import { isSingle, type Selection } from "./grid-selection";

/** What is being typed into the active cell, and how to go on with it. */
export interface TypingNow {
  typing: Typing;
  wait: (typing: Typing) => void;
  /** Whatever the teacher goes on to, points that stand typed are said. */
  end: () => void;
}

/** Typing belongs to its cell: elsewhere it is none. */
export function useTyping({ store, selection }: { store: JournalStore; selection: Selection }): TypingNow {
  const [kept, setKept] = useState<{ at: Position; typing: Typing } | null>(null);
  const { active } = selection;
  const typing = kept && samePlace(kept.at, active) && isSingle(selection) ? kept.typing : "";
  return {
    typing,
    wait: (next) => setKept(next === "" ? null : { at: active, typing: next }),
    end: () => {
      const said = endOf(typing);
      if (said) typeInto(store, active, said);
      if (kept) setKept(null);
    },
  };
}

export function samePlace(one: Position, other: Position): boolean {
  return one.row === other.row && one.column === other.column;
}

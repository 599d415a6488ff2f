import type { ClipboardEvent, FocusEvent, KeyboardEvent, PointerEvent } from "react";
import { readTermMarkKey } from "../cells/read-key";
import type { TermMarkValue } from "../cells/cell-value";
import type { ColumnScale } from "../cells/column-scale";
import { stepOf, type Step, type Typing } from "../cells/typing";
import { mayRetake } from "../store/cell-view";
import type { JournalStore } from "../store/journal-store";
import { accepts, cellAt, clearRange, copy, paste, scaleAt, sizeOf, typeInto } from "./grid-actions";
import { commandOf, type GridCommand } from "./grid-commands";
import { positionOf } from "./grid-element";
import { HEADER_ROW, moveByKey, nextRow, type Position } from "./grid-move";
import { acceptsGiven, explainedTermAt, givenAt, needsReason } from "./given-actions";
import { isSingle, rangeOf, selectOnly, type Selection } from "./grid-selection";
import type { Unplaced } from "./place-paste";
import { samePlace, useTyping, type TypingNow } from "./use-typing";

export interface GridInput {
  store: JournalStore;
  selection: Selection;
  select: (selection: Selection) => void;
  onCommand: (command: GridCommand) => void;
  /** Enter where there is something to open: a lesson's header, an average, a cell with a problem. */
  onOpen: (position: Position) => void;
  onPasted: (result: { placed: number; unplaced: Unplaced[] }) => void;
  /** A term mark that differs from the suggestion: it waits for its reason. */
  onReasonNeeded: (value: TermMarkValue) => void;
  /** A stroke that the column's scale does not know. */
  onNotInScheme: (scale: ColumnScale) => void;
  /** A retake was begun where there is no mark to correct. */
  onNothingToRetake: () => void;
}

/** The grid's handlers of keys, clipboard and pointer, and what is being typed into the active cell. */
export function useGridInput(input: GridInput) {
  const { store, selection, select } = input;
  const now = useTyping(input);
  return {
    typing: now.typing,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.nativeEvent.isComposing || !positionOf(event.target)) return;
      const isTyping = now.typing !== "";
      const isDone = command(event, input, now) || (!isTyping && (opened(event, input) || taken(event, input)));
      if (isDone || moved(event, input, now) || typed(event, input, now)) event.preventDefault();
    },
    onBlur: (event: FocusEvent) => {
      // Another window may be looked at in the middle of a number.
      if (document.hasFocus() && !event.currentTarget.contains(event.relatedTarget)) now.end();
    },
    onCopy: (event: ClipboardEvent) => {
      event.clipboardData.setData("text/plain", copy(store, rangeOf(selection)));
      event.preventDefault();
    },
    onPaste: (event: ClipboardEvent) => {
      if (selection.active.row === HEADER_ROW) return;
      now.wait("");
      input.onPasted(paste(store, event.clipboardData.getData("text/plain"), rangeOf(selection)));
      event.preventDefault();
    },
    onPointerDown: (event: PointerEvent) => {
      const at = positionOf(event.target);
      if (!at || event.button !== 0) return;
      now.end();
      select(event.shiftKey ? { ...selection, active: at } : selectOnly(at));
    },
    onPointerMove: (event: PointerEvent) => {
      const at = event.buttons === 1 && event.pointerType === "mouse" ? positionOf(event.target) : null;
      if (at && at.row !== HEADER_ROW && !samePlace(at, selection.active)) select({ ...selection, active: at });
    },
    onDoubleClick: (event: { target: EventTarget }) => {
      const at = positionOf(event.target);
      if (at && opens(store, at)) input.onOpen(at);
    },
  };
}

/** Undoing takes back what is being typed before anything that is written. */
function command(event: KeyboardEvent, { onCommand }: GridInput, now: TypingNow): boolean {
  const asked = commandOf(event.nativeEvent);
  if (asked === "UNDO" && now.typing !== "") now.wait("");
  else if (asked) {
    now.end();
    onCommand(asked);
  }
  return asked !== null;
}

function opened(event: KeyboardEvent, { store, selection, onOpen }: GridInput): boolean {
  const isAsked = (event.key === "Enter" || event.key === " ") && !event.shiftKey && opens(store, selection.active);
  if (isAsked) onOpen(selection.active);
  return isAsked;
}

function opens(store: JournalStore, at: Position): boolean {
  if (at.row === HEADER_ROW) return at.column < store.getState().columns.length;
  const given = givenAt(store, at);
  return (given === null && explainedTermAt(store, at) !== null) || (cellAt(store, at) ?? given)?.view.problem != null;
}

/** Enter in an empty cell of term marks takes the suggestion; in any other it moves on. */
function taken(event: KeyboardEvent, { store, selection, select }: GridInput): boolean {
  if (event.key !== "Enter" || event.shiftKey || event.altKey) return false;
  const cell = givenAt(store, selection.active);
  if (!cell || cell.view.content.given !== null || cell.suggested === null || !acceptsGiven(store, cell)) return false;
  typeInto(store, selection.active, { thing: "TERM_MARK", value: cell.suggested });
  select(selectOnly(nextRow(selection.active, sizeOf(store), (position) => accepts(store, position))));
  return true;
}

function moved(event: KeyboardEvent, { store, selection, select }: GridInput, now: TypingNow): boolean {
  if (event.altKey) return false;
  const stroke = { key: event.key, shiftKey: event.shiftKey, ctrlKey: event.ctrlKey || event.metaKey };
  const extends_ = event.shiftKey && /^(Arrow|Home|End|Page)/.test(event.key);
  const to = moveByKey(stroke, selection.active, sizeOf(store));
  if (event.key === "Tab" || to) now.end();
  if (!to) return false;
  const inRows = extends_ ? { ...to, row: Math.max(0, to.row) } : to;
  select(extends_ ? { active: inRows, anchor: selection.anchor } : selectOnly(inRows));
  return true;
}

function typed(event: KeyboardEvent, input: GridInput, now: TypingNow): boolean {
  const { store, selection, select, onNotInScheme, onReasonNeeded } = input;
  if (event.ctrlKey || event.metaKey || event.altKey || selection.active.row === HEADER_ROW) return false;
  const given = givenAt(store, selection.active);
  const scale = scaleAt(store, selection.active);
  const step = given ? saidOf(readTermMarkKey(event, scale.scheme)) : stepOf(event, now.typing, scale);
  if (step === null) return false;
  if (step.does === "REFUSED") onNotInScheme(scale);
  else if (step.does === "WAITS") wait(step.typing, input, now);
  else if (step.typed.thing === "CLEAR" && !isSingle(selection)) clearRange(store, rangeOf(selection));
  else if (
    given &&
    step.typed.thing === "TERM_MARK" &&
    step.typed.value !== given.view.content.given &&
    needsReason(given, step.typed.value)
  ) {
    if (acceptsGiven(store, given)) onReasonNeeded(step.typed.value);
  } else if (accepts(store, selection.active)) {
    now.wait("");
    typeInto(store, selection.active, step.typed);
    if (step.typed.thing !== "CLEAR") select(selectOnly(nextRow(selection.active, sizeOf(store), (position) => accepts(store, position))));
  }
  return true;
}

/** The beginning of a mark waits in its cell for the rest. */
function wait(typing: Typing, { store, selection, select, onNothingToRetake }: GridInput, now: TypingNow): void {
  const view = accepts(store, selection.active) ? cellAt(store, selection.active)?.view : undefined;
  if (!view) return;
  if (typing.startsWith("/") && !mayRetake(view)) return onNothingToRetake();
  // What waits is of one cell: the others that were selected are not meant any more.
  if (!isSingle(selection)) select(selectOnly(selection.active));
  now.wait(typing);
}

function saidOf(meaning: ReturnType<typeof readTermMarkKey>): Step | null {
  if (meaning === null) return null;
  return meaning === "MARK_NOT_IN_SCHEME" ? { does: "REFUSED" } : { does: "SAYS", typed: meaning };
}

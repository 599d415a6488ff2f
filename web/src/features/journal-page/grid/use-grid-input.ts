import type { ClipboardEvent, KeyboardEvent, PointerEvent } from "react";
import { readKey, readTermMarkKey } from "../cells/read-key";
import type { TermMarkValue } from "../cells/cell-value";
import type { JournalStore } from "../store/journal-store";
import { accepts, cellAt, clearRange, copy, paste, sizeOf, typeInto } from "./grid-actions";
import { commandOf, type GridCommand } from "./grid-commands";
import { positionOf } from "./grid-element";
import { HEADER_ROW, moveByKey, nextRow, type Position } from "./grid-move";
import { acceptsGiven, givenAt, needsReason } from "./given-actions";
import { isSingle, rangeOf, selectOnly, type Selection } from "./grid-selection";
import type { Unplaced } from "./place-paste";

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
  /** A stroke that this journal's scheme does not know. */
  onNotInScheme: () => void;
}

/** The grid's handlers of keys, clipboard and pointer. */
export function useGridInput(input: GridInput) {
  const { store, selection, select } = input;
  return {
    onKeyDown: (event: KeyboardEvent) => {
      if (event.nativeEvent.isComposing || !positionOf(event.target)) return;
      if (command(event, input) || opened(event, input) || taken(event, input) || moved(event, input) || typed(event, input))
        event.preventDefault();
    },
    onCopy: (event: ClipboardEvent) => {
      event.clipboardData.setData("text/plain", copy(store, rangeOf(selection)));
      event.preventDefault();
    },
    onPaste: (event: ClipboardEvent) => {
      if (selection.active.row === HEADER_ROW) return;
      input.onPasted(paste(store, event.clipboardData.getData("text/plain"), rangeOf(selection)));
      event.preventDefault();
    },
    onPointerDown: (event: PointerEvent) => {
      const at = positionOf(event.target);
      if (!at || event.button !== 0) return;
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

function command(event: KeyboardEvent, { onCommand }: GridInput): boolean {
  const asked = commandOf(event.nativeEvent);
  if (asked) onCommand(asked);
  return asked !== null;
}

function opened(event: KeyboardEvent, { store, selection, onOpen }: GridInput): boolean {
  const isAsked = (event.key === "Enter" || event.key === " ") && !event.shiftKey && opens(store, selection.active);
  if (isAsked) onOpen(selection.active);
  return isAsked;
}

function opens(store: JournalStore, at: Position): boolean {
  const { page, columns } = store.getState();
  if (at.row === HEADER_ROW) return at.column < columns.length;
  const isExplained = page.summary[at.column - columns.length]?.shows === "average";
  return isExplained || (cellAt(store, at) ?? givenAt(store, at))?.view.problem != null;
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

function moved(event: KeyboardEvent, { store, selection, select }: GridInput): boolean {
  if (event.altKey) return false;
  const stroke = { key: event.key, shiftKey: event.shiftKey, ctrlKey: event.ctrlKey || event.metaKey };
  const extends_ = event.shiftKey && /^(Arrow|Home|End|Page)/.test(event.key);
  const to = moveByKey(stroke, selection.active, sizeOf(store));
  if (!to) return false;
  const inRows = extends_ ? { ...to, row: Math.max(0, to.row) } : to;
  select(extends_ ? { active: inRows, anchor: selection.anchor } : selectOnly(inRows));
  return true;
}

function typed(event: KeyboardEvent, { store, selection, select, onNotInScheme, onReasonNeeded }: GridInput): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || selection.active.row === HEADER_ROW) return false;
  const given = givenAt(store, selection.active);
  const meaning = (given ? readTermMarkKey : readKey)(event, store.getState().page.title.markingScheme);
  if (meaning === null) return false;
  if (meaning === "MARK_NOT_IN_SCHEME") onNotInScheme();
  else if (meaning.thing === "CLEAR" && !isSingle(selection)) clearRange(store, rangeOf(selection));
  else if (given && meaning.thing === "TERM_MARK" && meaning.value !== given.view.content.given && needsReason(given, meaning.value)) {
    if (acceptsGiven(store, given)) onReasonNeeded(meaning.value);
  } else if (accepts(store, selection.active)) {
    typeInto(store, selection.active, meaning);
    if (meaning.thing !== "CLEAR") select(selectOnly(nextRow(selection.active, sizeOf(store), (position) => accepts(store, position))));
  }
  return true;
}

function samePlace(one: Position, other: Position): boolean {
  return one.row === other.row && one.column === other.column;
}

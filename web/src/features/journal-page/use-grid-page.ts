import { useTranslations } from "next-intl";
import { useState } from "react";
import { commaed } from "./cells/cell-face";
import type { TermMarkValue } from "./cells/cell-value";
import type { ColumnScale } from "./cells/column-scale";
import { explainedTermAt, givenAt } from "./grid/given-actions";
import { accepts, sizeOf } from "./grid/grid-actions";
import type { GridCommand } from "./grid/grid-commands";
import { HEADER_ROW, nextRow, type Position } from "./grid/grid-move";
import { selectOnly, type Selection } from "./grid/grid-selection";
import type { Unplaced } from "./grid/place-paste";
import type { Problem } from "./outbox/outbox";
import { columnOfToday } from "./page/page-columns";
import { placeOfSlot } from "./place-of-slot";
import type { JournalStore } from "./store/journal-store";
import type { Undoable } from "./store/undo-stack";
import { usePanel } from "./use-panel";

interface GridPageStart {
  store: JournalStore;
  today: string;
  lessonId: string | null;
  announce: (text: string) => void;
}

/** Where the teacher is on the page, what is open, and what each key and button does. */
export function useGridPage({ store, today, lessonId, announce }: GridPageStart) {
  const t = useTranslations("journalPage");
  const [selection, setSelection] = useState(() => selectOnly({ row: 0, column: beginning(store, today, lessonId) }));
  const [focusRequests, setFocusRequests] = useState(0);
  const [hint, setHint] = useState<string | null>(null);
  const [note, setNote] = useState<"COMMENT" | "PROBLEM" | null>(null);
  const [reasonFor, setReasonFor] = useState<TermMarkValue | null>(null);
  const [putAside, setPutAside] = useState<Problem | null>(null);
  const focusGrid = () => setFocusRequests((count) => count + 1);
  const startsWithLesson = lessonId && store.getState().page.lessons.some(({ id }) => id === lessonId);
  const { panel, open, close } = usePanel(startsWithLesson ? { kind: "LESSON", lessonId, addsWork: false } : null, focusGrid);

  const select = (next: Selection) => {
    setSelection(next);
    setHint(null);
    setNote(null);
    setReasonFor(null);
  };
  const goTo = (at: Position | null) => {
    if (at) select(selectOnly(at));
    focusGrid();
  };
  const lessonAt = ({ column }: Position) => store.getState().columns[column]?.lesson;
  const openLesson = (addsWork: boolean) => {
    const lesson = lessonAt(selection.active);
    if (lesson) open({ kind: "LESSON", lessonId: lesson.id, addsWork });
  };
  const openHistory = () => {
    const lesson = lessonAt(selection.active);
    const pupil = store.getState().page.pupils[selection.active.row];
    if (lesson) open({ kind: "HISTORY", lessonId: lesson.id, pupilId: pupil?.pupilId ?? null });
  };
  /** How the average or the term mark of a place comes out, where that can be told. */
  const explain = (at: Position) => {
    const { page } = store.getState();
    const pupil = page.pupils[at.row];
    const termId = explainedTermAt(store, at);
    if (pupil && termId) open({ kind: "AVERAGE", pupilId: pupil.pupilId, termId });
    return pupil !== undefined && termId !== null;
  };
  const tellTurned = (act: Undoable[], text: "undone" | "redone") => {
    announce(act.length > 0 ? t(`announce.${text}`, { count: act.length }) : t("announce.nothingToUndo"));
    if (act[0]) goTo(placeOfSlot(store.getState(), act[0].slot));
  };
  const commands: Record<GridCommand, () => void> = {
    UNDO: () => tellTurned(store.undo(), "undone"),
    REDO: () => tellTurned(store.redo(), "redone"),
    LESSON: () => openLesson(false),
    ADD_COLUMN: () => openLesson(true),
    COMMENT: () => setNote("COMMENT"),
    HISTORY: openHistory,
    HELP: () => open({ kind: "HELP" }),
  };

  return {
    selection,
    focusRequests,
    hint,
    note,
    /** A term mark that waits for its reason before it is written. */
    reasonFor,
    putAside,
    panel,
    open,
    close,
    run: (command: GridCommand) => commands[command](),
    explain: () => void explain(selection.active),
    goTo,
    goToLesson: (id: string) => {
      const column = store.getState().columns.findIndex(({ lesson }) => lesson.id === id);
      select(selectOnly({ row: Math.max(0, selection.active.row), column }));
      open({ kind: "LESSON", lessonId: id, addsWork: false });
    },
    showProblem: () => {
      const [first] = store.getState().outbox.problems;
      setPutAside(null);
      goTo(first ? placeOfSlot(store.getState(), first.mine.slot) : null);
    },
    /** To the next term mark of the column. */
    goDown: () => goTo(nextRow(selection.active, sizeOf(store), (position) => accepts(store, position))),
    closeNote: (problem: Problem | null) => {
      setNote(null);
      setReasonFor(null);
      setPutAside(problem);
      focusGrid();
    },
    gridInput: {
      select,
      onCommand: (command: GridCommand) => commands[command](),
      onOpen: (at: Position) => {
        if (at.row === HEADER_ROW) return openLesson(false);
        if (!givenAt(store, at) && explain(at)) return;
        setPutAside(null);
        setNote("PROBLEM");
      },
      onPasted: (result: { placed: number; unplaced: Unplaced[] }) => {
        announce(t("announce.pasted", { count: result.placed }));
        if (result.unplaced.length > 0) open({ kind: "PASTE", ...result });
      },
      onReasonNeeded: setReasonFor,
      onNotInScheme: ({ scheme, scale, most }: ColumnScale) =>
        setHint(scale === "FIVE_POINT" ? t(`hint.${scheme}`) : t(`hint.${scale}`, { most: commaed(String(most)) })),
      onNothingToRetake: () => setHint(t("hint.nothingToRetake")),
    },
  };
}

function beginning(store: JournalStore, today: string, lessonId: string | null): number {
  const { columns } = store.getState();
  const named = columns.findIndex(({ lesson }) => lesson.id === lessonId);
  return named >= 0 ? named : columnOfToday(columns, today);
}

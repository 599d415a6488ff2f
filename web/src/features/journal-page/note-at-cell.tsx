import { useTranslations } from "next-intl";
import { CellNote } from "./grid/cell-note";
import { CommentNote } from "./grid/comment-note";
import { cellAt } from "./grid/grid-actions";
import { givenAt } from "./grid/given-actions";
import { ProblemNote } from "./grid/problem-note";
import { ReasonNote } from "./grid/reason-note";
import { placeOfSlot } from "./place-of-slot";
import type { JournalSession } from "./store/journal-session";
import { useJournalState } from "./store/use-journal";
import type { useGridPage } from "./use-grid-page";

/** The comment that is being written, else the problem of the active cell, else the newest problem not put aside. */
export function NoteAtCell({ session, page }: { session: JournalSession; page: ReturnType<typeof useGridPage> }) {
  const t = useTranslations("journalPage");
  const { store } = session;
  const state = useJournalState(session);
  const { selection, note, putAside, closeNote } = page;
  if (note === "COMMENT")
    return (
      <CellNote key="comment" at={selection.active} label={t("comment")} takesFocus onClose={() => closeNote(null)}>
        <CommentNote store={store} at={selection.active} onDone={() => closeNote(null)} />
      </CellNote>
    );
  const toExplain = page.reasonFor !== null ? givenAt(store, selection.active) : null;
  if (toExplain?.suggested && page.reasonFor !== null)
    return (
      <CellNote
        key={`reason/${selection.active.row}`}
        at={selection.active}
        label={t("reasonEditor.label")}
        takesFocus
        onClose={() => closeNote(null)}
      >
        <ReasonNote
          store={store}
          slot={toExplain.slot}
          value={page.reasonFor}
          suggested={toExplain.suggested}
          onDone={() => page.goDown()}
          onLeave={() => closeNote(null)}
        />
      </CellNote>
    );
  const problem = (cellAt(store, selection.active) ?? givenAt(store, selection.active))?.view.problem ?? state.outbox.problems.at(-1);
  const place = problem && problem !== putAside ? placeOfSlot(state, problem.mine.slot) : null;
  if (!problem || !place) return null;
  return (
    <CellNote
      key={`${place.row}/${place.column}/${note}`}
      at={place}
      label={t("toProblem")}
      takesFocus={note === "PROBLEM"}
      onClose={() => closeNote(problem)}
    >
      <ProblemNote store={store} problem={problem} onDecided={() => closeNote(null)} />
    </CellNote>
  );
}

import dynamic from "next/dynamic";
import { useState, type ReactNode } from "react";
import type { MarkedCells } from "./cells/marked-cells";
import { CellBar } from "./grid/cell-bar";
import { JournalGrid } from "./grid/journal-grid";
import type { SchoolMoment } from "@/ui/school-moment";
import type { RenderLesson } from "./journal-work";
import classes from "./journal-page.module.css";
import { PageHeader } from "./page-header";
import { ClosedTermNote } from "./closed-term/closed-term-note";
import { OpenPanel } from "./open-panel";
import { PrintedTopics } from "./print/printed-topics";
import type { JournalSession } from "./store/journal-session";
import { useJournalState } from "./store/use-journal";
import { useGridPage } from "./use-grid-page";

export interface PageProps {
  session: JournalSession;
  today: string;
  /** The moment at which the page is shown; null: now. */
  at: SchoolMoment | null;
  /** The lesson that a link named: work begins there, with the lesson open. */
  lessonId: string | null;
  renderLesson: RenderLesson;
  announce: (text: string) => void;
  /** In the place of the work when there is nothing to work on. */
  emptiness: ReactNode;
}

/** Comments and problems are seldom, and what hangs notes at cells is heavy. */
const NoteAtCell = dynamic(() => import("./note-at-cell").then((module) => module.NoteAtCell), { ssr: false });

/** The journal on a screen with room: header, grid, and one panel beside it. */
export function GridPage({ session, today, at, lessonId, renderLesson, announce, emptiness }: PageProps) {
  const state = useJournalState(session);
  const { store } = session;
  const page = useGridPage({ store, today, lessonId, announce });
  const { selection, focusRequests } = page;
  const [changed, setChanged] = useState<MarkedCells>(null);
  const [late, setLate] = useState<MarkedCells>(null);

  return (
    <>
      <PageHeader
        session={session}
        title={state.page.title}
        at={at}
        isPhone={false}
        onShowProblem={page.showProblem}
        onLesson={() => page.run("LESSON")}
        onSuggested={() => page.open({ kind: "SUGGESTED", column: state.columns.length + state.page.summary.length - 1 })}
        onFamilies={() => page.open({ kind: "FAMILIES" })}
        onMoment={() => page.open({ kind: "MOMENT" })}
        onHelp={() => page.run("HELP")}
      />
      {at === null && <ClosedTermNote session={session} onLate={setLate} />}
      <div className={classes.work}>
        {emptiness ?? (
          <div className={classes.table}>
            <CellBar
              session={session}
              at={selection.active}
              late={late}
              hint={page.hint}
              onHistory={() => page.run("HISTORY")}
              onComment={() => page.run("COMMENT")}
              onExplain={page.explain}
            />
            <JournalGrid
              session={session}
              today={today}
              changed={changed}
              late={late}
              focusRequests={focusRequests}
              selection={selection}
              {...page.gridInput}
            >
              {(page.note !== null || page.reasonFor !== null || state.outbox.problems.length > 0) && (
                <NoteAtCell session={session} page={page} />
              )}
            </JournalGrid>
          </div>
        )}
        {page.panel && (
          <div className={classes.beside}>
            <OpenPanel
              session={session}
              today={today}
              at={at}
              panel={page.panel}
              renderLesson={renderLesson}
              onOpen={page.open}
              onGoToLesson={page.goToLesson}
              onChanged={setChanged}
              onClose={page.close}
            />
          </div>
        )}
      </div>
      <PrintedTopics lessons={state.page.lessons} />
    </>
  );
}

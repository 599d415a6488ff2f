import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import { CellBar } from "./grid/cell-bar";
import { JournalGrid } from "./grid/journal-grid";
import type { RenderLesson } from "./journal-page";
import classes from "./journal-page.module.css";
import { PageHeader } from "./page-header";
import { OpenPanel } from "./open-panel";
import { PrintedTopics } from "./print/printed-topics";
import type { JournalSession } from "./store/journal-session";
import { useJournalState } from "./store/use-journal";
import { useGridPage } from "./use-grid-page";

export interface PageProps {
  session: JournalSession;
  today: string;
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
export function GridPage({ session, today, lessonId, renderLesson, announce, emptiness }: PageProps) {
  const state = useJournalState(session);
  const { store } = session;
  const at = useGridPage({ store, today, lessonId, announce });
  const { selection, focusRequests } = at;

  return (
    <>
      <PageHeader
        session={session}
        title={state.page.title}
        isPhone={false}
        onShowProblem={at.showProblem}
        onLesson={() => at.run("LESSON")}
        onFamilies={() => at.open({ kind: "FAMILIES" })}
        onHelp={() => at.run("HELP")}
      />
      {emptiness ?? (
        <div className={classes.work}>
          <div className={classes.table}>
            <CellBar
              session={session}
              at={selection.active}
              hint={at.hint}
              onHistory={() => at.run("HISTORY")}
              onComment={() => at.run("COMMENT")}
            />
            <JournalGrid session={session} today={today} focusRequests={focusRequests} selection={selection} {...at.gridInput}>
              {(at.note !== null || state.outbox.problems.length > 0) && <NoteAtCell session={session} page={at} />}
            </JournalGrid>
          </div>
          {at.panel && (
            <div className={classes.beside}>
              <OpenPanel
                session={session}
                today={today}
                panel={at.panel}
                renderLesson={renderLesson}
                onOpen={at.open}
                onGoToLesson={at.goToLesson}
                onClose={at.close}
              />
            </div>
          )}
        </div>
      )}
      <PrintedTopics lessons={state.page.lessons} />
    </>
  );
}

import { BrowserClient } from "@/graphql/browser-client";
import { onDemand, TextsOnDemand } from "@/messages/texts-on-demand";
import type { SchoolMoment } from "@/ui/school-moment";
import type { MarkedCells } from "../cells/marked-cells";
import type { RenderLesson } from "../journal-work";
import { openLesson } from "../open-lesson";
import type { JournalSession } from "../store/journal-session";
import { useJournalState } from "../store/use-journal";
import type { PanelKind } from "../use-panel";
import { AveragePanel } from "./average-panel";
import { FamiliesPanel } from "./families-panel";
import { HelpPanel } from "./help-panel";
import { HistoryPanel } from "./history-panel";
import { MomentPanel } from "./moment-panel";
import { PastePanel } from "./paste-panel";
import { SuggestedPanel } from "./suggested-panel";

interface PagePanelProps {
  session: JournalSession;
  panel: PanelKind;
  today: string;
  /** The moment at which the page is shown; null: now. */
  at: SchoolMoment | null;
  renderLesson: RenderLesson;
  onOpen: (panel: PanelKind) => void;
  onGoToLesson: (lessonId: string) => void;
  /** The cells that differ between two moments are known, or no longer asked for; left out where no grid can mark them. */
  onChanged?: (cells: MarkedCells) => void;
  onClose: () => void;
}

/** The texts of all panels but the lesson's. */
export const panelTexts = onDemand(async (locale) => ({
  journalPanels: (locale === "en" ? await import("@/messages/en/journal-panels.json") : await import("@/messages/ru/journal-panels.json"))
    .default,
  termMark: (locale === "en" ? await import("@/messages/en/term-mark.json") : await import("@/messages/ru/term-mark.json")).default,
}));

/** What is open beside the journal: a lesson, a history, an explanation, the keys. */
export function PagePanel(props: PagePanelProps) {
  return (
    <BrowserClient>
      <TextsOnDemand texts={panelTexts}>
        <Panel {...props} />
      </TextsOnDemand>
    </BrowserClient>
  );
}

function Panel({ session, panel, today, at, renderLesson, onOpen, onGoToLesson, onChanged, onClose }: PagePanelProps) {
  const state = useJournalState(session);
  const { title, pupils, lessons } = state.page;
  if (panel.kind === "HELP") return <HelpPanel scheme={title.markingScheme} onClose={onClose} />;
  if (panel.kind === "MOMENT")
    return (
      <MomentPanel journalId={title.journalId} at={at} works={state.page.assessments} onChanged={onChanged ?? noGrid} onClose={onClose} />
    );
  if (panel.kind === "FAMILIES") return <FamiliesPanel journalId={title.journalId} pupils={pupils} today={today} onClose={onClose} />;
  if (panel.kind === "PASTE") return <PastePanel placed={panel.placed} unplaced={panel.unplaced} state={state} onClose={onClose} />;
  if (panel.kind === "SUGGESTED") return <SuggestedPanel session={session} column={panel.column} onClose={onClose} />;
  if (panel.kind === "AVERAGE") {
    const pupil = pupils.find(({ pupilId }) => pupilId === panel.pupilId);
    return pupil ? (
      <AveragePanel
        key={`${panel.pupilId}/${panel.termId}`}
        place={{ journalId: title.journalId, termId: panel.termId, pupilId: pupil.pupilId }}
        isPast={at !== null}
        isOnPage={state.page.suggestions === undefined}
        row={session.rows.rowOf(state, pupil)}
        columns={state.columns}
        rule={title.retakes}
        onClose={onClose}
      />
    ) : null;
  }
  const place = lessons.findIndex(({ id }) => id === panel.lessonId);
  const lesson = lessons[place];
  if (!lesson) return null;
  if (panel.kind === "HISTORY")
    return (
      <HistoryPanel
        key={`${panel.lessonId}/${panel.pupilId}`}
        journalId={title.journalId}
        lesson={lesson}
        pupil={pupils.find(({ pupilId }) => pupilId === panel.pupilId) ?? null}
        works={state.page.assessments}
        onWholeLesson={() => onOpen({ ...panel, pupilId: null })}
        onClose={onClose}
      />
    );
  return renderLesson({
    open: openLesson(session, lesson, today),
    addsWork: panel.addsWork,
    onMove: (step) => lessons[place + step] && onGoToLesson(lessons[place + step]?.id ?? ""),
    onHistory: () => onOpen({ kind: "HISTORY", lessonId: lesson.id, pupilId: null }),
    onSaved: () => session.refresh(),
    onClose,
  });
}

const noGrid = (): void => undefined;

import { VisuallyHidden } from "@mantine/core";
import dynamic from "next/dynamic";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, type ReactNode } from "react";
import type { SchoolMoment } from "@/ui/school-moment";
import { whenIdle } from "@/ui/when-idle";
import { GridPage } from "./grid-page";
import classes from "./journal-page.module.css";
import type { OpenLesson } from "./open-lesson";
import type { PackedPage } from "./page/pack-page";
import { fetchPanels } from "./panels/lazy-panel";
import type { JournalSession } from "./store/journal-session";
import { useJournalState } from "./store/use-journal";
import { useAnnouncement } from "./use-announcement";
import { useIsPhone } from "./use-is-phone";

export interface JournalPageProps {
  packed: PackedPage;
  accountId: string;
  /** Today by the school's clock; of a page as it stood at a moment, that day. */
  today: string;
  /** The moment at which the page is shown; null: now. */
  at: SchoolMoment | null;
  /** The server's guess by the browser's name; the window's width decides. */
  isLikelyPhone: boolean;
  /** The lesson to begin at, when a link named one. */
  lessonId: string | null;
  renderLesson: RenderLesson;
}

/** Draws the form of a lesson, which is a feature of its own. */
export type RenderLesson = (props: {
  open: OpenLesson;
  addsWork: boolean;
  onMove: (step: 1 | -1) => void;
  onHistory: () => void;
  onSaved: () => Promise<void>;
  onClose: () => void;
}) => ReactNode;

const PhonePage = dynamic(() => import("./phone/phone-page").then((module) => module.PhonePage));

const EmptyState = dynamic(() => import("@/ui/empty-state").then((module) => module.EmptyState));

interface JournalWorkProps extends JournalPageProps {
  session: JournalSession;
  /** What is to be said over the page. */
  children?: ReactNode;
}

/** A grid to work in, on a phone a lesson at a time. */
export function JournalWork({ session, today, at, isLikelyPhone, lessonId, renderLesson, children }: JournalWorkProps) {
  const { page, columns } = useJournalState(session);
  const isPhone = useIsPhone(isLikelyPhone);
  const locale = useLocale();
  useEffect(() => whenIdle(() => fetchPanels(locale)), [locale]);
  const [announcement, announce] = useAnnouncement(session);
  const Page = isPhone ? PhonePage : GridPage;
  const isEmpty = page.pupils.length === 0 || columns.length === 0;
  return (
    <div className={classes.page}>
      {children}
      <Page
        key={page.title.term.id}
        session={session}
        today={today}
        at={at}
        lessonId={lessonId}
        renderLesson={renderLesson}
        announce={announce}
        emptiness={isEmpty ? <Emptiness hasPupils={page.pupils.length > 0} /> : null}
      />
      <VisuallyHidden role="status" aria-live="polite">
        {announcement}
      </VisuallyHidden>
    </div>
  );
}

function Emptiness({ hasPupils }: { hasPupils: boolean }) {
  const t = useTranslations("journalPage");
  return <EmptyState title={t(hasPupils ? "noLessons" : "noPupils")} text={t(hasPupils ? "noLessonsText" : "noPupilsText")} />;
}

import type { ReactNode } from "react";
import { ChildSwitch } from "@/features/child-switch/child-switch";
import { LiveDiary } from "@/features/live-diary/live-diary";
import { ChildQuestionsProvider } from "@/features/mark-questions/child-questions";
import { FeatureMessages } from "@/messages/feature-messages";
import { requireViewer } from "@/graphql/viewer";

/** Around every page of one pupil's diary: the way to the other children, news as it comes and, for a guardian, the questions about marks. */
export default async function DiaryLayout({ children, params }: { children: ReactNode; params: Promise<{ pupilId: string }> }) {
  const [{ pupilId }, { personId }] = await Promise.all([params, requireViewer()]);
  return (
    <FeatureMessages of={["diary", "markQuestions", "words"]}>
      <ChildSwitch pupilId={pupilId} />
      <LiveDiary pupilId={pupilId} />
      {personId === pupilId ? children : <ChildQuestionsProvider pupilId={pupilId}>{children}</ChildQuestionsProvider>}
    </FeatureMessages>
  );
}

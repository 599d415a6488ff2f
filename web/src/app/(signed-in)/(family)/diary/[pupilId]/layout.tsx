import type { ReactNode } from "react";
import { ChildSwitch } from "@/features/child-switch/child-switch";
import { LiveDiary } from "@/features/live-diary/live-diary";
import { FeatureMessages } from "@/messages/feature-messages";

/** Around every page of one pupil's diary: the way to the other children, and news as it comes. */
export default async function DiaryLayout({ children, params }: { children: ReactNode; params: Promise<{ pupilId: string }> }) {
  const { pupilId } = await params;
  return (
    <FeatureMessages of={["diary"]}>
      <ChildSwitch pupilId={pupilId} />
      <LiveDiary pupilId={pupilId} />
      {children}
    </FeatureMessages>
  );
}

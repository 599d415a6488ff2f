import type { ReactNode } from "react";
import { UnsentNotice } from "@/features/journal-page/unsent/unsent-notice";
import { requireViewer } from "@/graphql/viewer";
import { FeatureMessages } from "@/messages/feature-messages";

export default async function TeacherLayout({ children }: { children: ReactNode }) {
  const { accountId } = await requireViewer();
  return (
    <>
      <FeatureMessages of={["unsent"]}>
        <UnsentNotice accountId={accountId} />
      </FeatureMessages>
      {children}
    </>
  );
}

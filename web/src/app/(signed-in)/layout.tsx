import type { ReactNode } from "react";
import { NewsBell } from "@/features/notices/news-bell";
import { PortalShell } from "@/features/shell/portal-shell";
import { NewsCountsDocument } from "@/graphql/generated/graphql";
import { NewsProvider } from "@/graphql/news";
import { readForPage } from "@/graphql/read-for-page";
import { redirectToSignIn } from "@/graphql/redirect-to-sign-in";
import { readViewer } from "@/graphql/viewer";
import { ViewerProvider } from "@/graphql/viewer-context";
import { ProblemPage } from "@/ui/error-page";

export default async function SignedInLayout({ children }: { children: ReactNode }) {
  const { data, problem } = await readViewer();
  if (problem) {
    return (
      <main>
        <ProblemPage problem={problem} />
      </main>
    );
  }
  const viewer = data.me ?? (await redirectToSignIn());
  const news = await readForPage(NewsCountsDocument, {});
  return (
    <ViewerProvider viewer={viewer}>
      <NewsProvider initial={news.data?.newsCounts ?? NOTHING_NEW}>
        <PortalShell viewer={viewer} bell={<NewsBell />}>
          {children}
        </PortalShell>
      </NewsProvider>
    </ViewerProvider>
  );
}

/** The portal works without its news. */
const NOTHING_NEW = {
  __typename: "NewsCounts" as const,
  notices: 0,
  messages: 0,
  announcements: 0,
  questions: 0,
  lastNoticeId: null,
  lastConversationAt: null,
};

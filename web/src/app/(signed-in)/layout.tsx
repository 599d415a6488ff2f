import type { ReactNode } from "react";
import { PortalShell } from "@/features/shell/portal-shell";
import { redirectToSignIn } from "@/graphql/redirect-to-sign-in";
import { readViewer } from "@/graphql/viewer";
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
  return <PortalShell viewer={data.me ?? (await redirectToSignIn())}>{children}</PortalShell>;
}

import type { ReactNode } from "react";
import { ConversationsDocument } from "@/graphql/generated/graphql";
import { readForPage } from "@/graphql/read-for-page";
import { FeatureMessages } from "@/messages/feature-messages";
import { ProblemPage } from "@/ui/error-page";
import { folderVariables } from "./folder-variables";
import { MessagesFrame } from "./messages-frame";

/** Around every page of messages: the list of threads, read once with the first of them. */
export async function MessagesLayout({ children }: { children: ReactNode }) {
  const variables = folderVariables("INBOX");
  const { data, problem } = await readForPage(ConversationsDocument, variables);
  if (problem) return <ProblemPage problem={problem} />;
  return (
    <FeatureMessages of={["messages"]}>
      <MessagesFrame seed={{ variables, data }}>{children}</MessagesFrame>
    </FeatureMessages>
  );
}

import { ThreadDocument } from "@/graphql/generated/graphql";
import { readForPage } from "@/graphql/read-for-page";
import { ProblemPage } from "@/ui/error-page";
import { Thread } from "./thread";

/** One thread from its newest messages, or from the one that the search has found. */
export async function ThreadPage({ conversationId, at }: { conversationId: string; at: number | undefined }) {
  const variables = { conversationId, first: 30, after: null };
  const { data, problem } = await readForPage(ThreadDocument, variables);
  if (problem) return <ProblemPage problem={problem} />;
  return <Thread key={conversationId} seed={{ variables, data }} at={at} />;
}

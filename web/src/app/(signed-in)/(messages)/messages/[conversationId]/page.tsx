import { ThreadPage } from "@/features/messages/thread-page";

export default async function Conversation({ params, searchParams }: PageProps<"/messages/[conversationId]">) {
  const [{ conversationId }, { at }] = await Promise.all([params, searchParams]);
  return <ThreadPage conversationId={conversationId} at={typeof at === "string" && /^\d{1,9}$/.test(at) ? Number(at) : undefined} />;
}

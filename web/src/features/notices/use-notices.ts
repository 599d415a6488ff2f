import { useApolloClient, useMutation, useQuery } from "@apollo/client/react";
import { useEffect, useRef } from "react";
import { NoticesDocument, ReadNoticesDocument } from "@/graphql/generated/graphql";
import { useNews } from "@/graphql/news";
import { newId } from "@/ui/new-id";

/** The viewer's notices, newest first; they follow the news, and as many stay shown as were. */
export function useNotices() {
  const client = useApolloClient();
  const { version, take } = useNews();
  const { data, error, loading, fetchMore, refetch } = useQuery(NoticesDocument, {
    fetchPolicy: "cache-and-network",
    notifyOnNetworkStatusChange: true,
  });
  const [send] = useMutation(ReadNoticesDocument);
  const notices = data?.notices.nodes;
  const shown = useRef(PAGE);
  shown.current = Math.max(PAGE, notices?.length ?? 0);

  const seen = useRef(version);
  useEffect(() => {
    if (seen.current === version) return;
    seen.current = version;
    const variables = { first: Math.min(shown.current, LARGEST_PAGE) };
    void client.query({ query: NoticesDocument, variables, fetchPolicy: "network-only" }).catch(() => undefined);
  }, [client, version]);

  const readOne = async (noticeId: string, andOlder: boolean) => {
    const { data: answer } = await send({ variables: { input: { operationId: newId(), noticeId, andOlder } } });
    if (answer) take(answer.readNotices.counts);
    await refetch();
  };
  const pageInfo = data?.notices.pageInfo;
  return {
    notices,
    error,
    loading,
    hasOlder: pageInfo?.hasNextPage ?? false,
    showOlder: () => void fetchMore({ variables: { after: pageInfo?.endCursor } }),
    retry: () => void refetch(),
    /** One that was opened. */
    read: (id: string) => void readOne(id, false).catch(() => undefined),
    readUpTo: (id: string) => void readOne(id, true).catch(() => undefined),
  };
}

const PAGE = 30;
const LARGEST_PAGE = 200;

import { useEffect, useRef, useState } from "react";
import type { NewsCounts } from "@/graphql/news";

/** How many notices have come since the page was opened or was last told of; a screen reader says it quietly. */
export function useRinging({ notices, lastNoticeId }: NewsCounts): number {
  const known = useRef({ notices, lastNoticeId });
  const [arrived, setArrived] = useState(0);
  useEffect(() => {
    const more = notices - known.current.notices;
    const isNewer = lastNoticeId !== known.current.lastNoticeId;
    known.current = { notices, lastNoticeId };
    if (more > 0 && isNewer) setArrived(more);
    if (notices === 0) setArrived(0);
  }, [notices, lastNoticeId]);
  return arrived;
}

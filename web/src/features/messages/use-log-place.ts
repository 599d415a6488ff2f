import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from "react";
import type { Message } from "./message-draft";

interface LogPlace {
  log: RefObject<HTMLDivElement | null>;
  messages: readonly Message[];
  sending: number;
  hasOlder: boolean;
  at: number | undefined;
  readBefore: number;
  readOlder: (many: number) => Promise<void>;
}

/**
 * Where one is in the log. It is scrolled from its bottom (column-reverse): older messages above move nothing. What comes below moves nothing
 * either when one has gone up to read, and is followed when one is at the bottom.
 */
export function useLogPlace({ log, messages, sending, hasOlder, at, readBefore, readOlder }: LogPlace) {
  const [isReading, setIsReading] = useState(false);
  const busy = useRef(false);
  const read = useCallback(
    async (many = 30) => {
      if (busy.current) return;
      busy.current = true;
      setIsReading(true);
      await readOlder(many).catch(() => undefined);
      busy.current = false;
      setIsReading(false);
    },
    [readOlder],
  );

  const oldest = messages.at(-1)?.seq ?? 0;
  useEffect(() => {
    const scroll = log.current;
    if (!scroll || !hasOlder) return;
    const lookUp = () => {
      if (scroll.scrollHeight - scroll.clientHeight + scroll.scrollTop < NEAR_TOP) void read();
    };
    scroll.addEventListener("scroll", lookUp, { passive: true });
    return () => scroll.removeEventListener("scroll", lookUp);
  }, [log, hasOlder, read]);

  // The sought message is read up to, then shown; else the first new one, unless the newest already is in sight with it.
  const arrived = useRef(false);
  useEffect(() => {
    if (arrived.current) return;
    if (at !== undefined && at < oldest && hasOlder) return void read(Math.min(200, oldest - at + 10));
    arrived.current = true;
    const goal = at === undefined ? log.current?.querySelector("[data-new]") : log.current?.querySelector(`[data-seq="${at}"]`);
    goal?.scrollIntoView({ block: at === undefined ? "start" : "center" });
  }, [at, oldest, hasOlder, log, read, readBefore]);

  const newest = messages[0]?.seq ?? 0;
  const isMine = messages[0]?.isMine ?? false;
  const height = useRef(0);
  const below = useRef({ newest, sending });
  useLayoutEffect(() => {
    const scroll = log.current;
    if (!scroll) return;
    const grew = scroll.scrollHeight - height.current;
    const hasNew = newest > below.current.newest;
    const isOwn = sending > below.current.sending || (hasNew && isMine);
    if (isOwn) scroll.scrollTop = 0;
    else if (hasNew && scroll.scrollTop < -NEAR_BOTTOM) scroll.scrollTop -= grew;
    height.current = scroll.scrollHeight;
    below.current = { newest, sending };
  }, [log, newest, sending, isMine, oldest]);

  return { isReading, read: () => void read() };
}

const NEAR_TOP = 400;
const NEAR_BOTTOM = 40;

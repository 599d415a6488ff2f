import { useCallback, useEffect, useState } from "react";
import { keep, readKept } from "./kept";

/**
 * State that outlives the page. The server knows nothing of the device, so it is read after the first sight; `isEmpty` says when there is
 * nothing to keep.
 */
export function useKeptState<Value>(key: string, initial: Value, isEmpty: (value: Value) => boolean) {
  const [value, setValue] = useState(initial);
  const [isRead, setIsRead] = useState(false);
  useEffect(() => {
    const kept = readKept<Value>(key);
    if (kept !== null) setValue(kept);
    setIsRead(true);
  }, [key]);
  const change = useCallback(
    (next: Value) => {
      setValue(next);
      keep(key, isEmpty(next) ? null : next);
    },
    [key, isEmpty],
  );
  return { value, change, isRead };
}

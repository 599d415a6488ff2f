import { useSyncExternalStore } from "react";

const NARROW = "(width < 40em)";

/** Whether the window is a phone's (a screen at 200 % is not); while it is unknown, what the server guessed. */
export function useIsPhone(isLikely: boolean): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = window.matchMedia(NARROW);
      media.addEventListener("change", changed);
      return () => media.removeEventListener("change", changed);
    },
    () => window.matchMedia(NARROW).matches,
    () => isLikely,
  );
}

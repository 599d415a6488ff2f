import { useEffect, type RefObject } from "react";

/** A phone's keyboard covers the page without making it smaller (Safari): `--keyboard` tells how much, so that the composer stays above it. */
export function useKeyboardRoom(frame: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const viewport = window.visualViewport;
    if (!viewport) return;
    const measure = () => {
      const covered = viewport.scale === 1 ? Math.max(0, window.innerHeight - viewport.height) : 0;
      frame.current?.style.setProperty("--keyboard", `${Math.round(covered)}px`);
    };
    viewport.addEventListener("resize", measure);
    return () => viewport.removeEventListener("resize", measure);
  }, [frame]);
}

import { useEffect, useRef } from "react";
import { useNews } from "./news";

/** Reads again what may have changed: when there is news, and when the person comes back to the page. */
export function useFresh(read: () => void): void {
  const { version } = useNews();
  const latest = useRef(read);
  useEffect(() => {
    latest.current = read;
  });
  const seen = useRef(version);
  useEffect(() => {
    if (seen.current !== version) latest.current();
    seen.current = version;
  }, [version]);
  useEffect(() => {
    const comeBack = () => {
      if (document.visibilityState === "visible") latest.current();
    };
    document.addEventListener("visibilitychange", comeBack);
    window.addEventListener("focus", comeBack);
    return () => {
      document.removeEventListener("visibilitychange", comeBack);
      window.removeEventListener("focus", comeBack);
    };
  }, []);
}

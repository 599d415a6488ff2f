"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Whoever comes back to the page finds the figures of now. */
export function ReadAgainOnFocus() {
  const router = useRouter();
  useEffect(() => {
    const comeBack = () => {
      if (document.visibilityState === "visible") router.refresh();
    };
    window.addEventListener("focus", comeBack);
    document.addEventListener("visibilitychange", comeBack);
    return () => {
      window.removeEventListener("focus", comeBack);
      document.removeEventListener("visibilitychange", comeBack);
    };
  }, [router]);
  return null;
}

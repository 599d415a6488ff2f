"use client";

import { useEffect } from "react";

/** On a phone the days stand one below another: the diary opens at today, not at Monday; with something pressing above it, at that. */
export function OpenAtToday() {
  useEffect(() => {
    if (!window.matchMedia("(width < 62em)").matches) return;
    if (document.querySelector("[data-pressing]")) return;
    const today = document.querySelector("section[data-today]");
    if (today?.previousElementSibling?.matches("section")) today.scrollIntoView({ block: "start" });
  }, []);
  return null;
}

"use client";

import { useEffect } from "react";

/** On a phone the days stand one below another: the diary opens at today, not at Monday. */
export function OpenAtToday() {
  useEffect(() => {
    if (!window.matchMedia("(width < 62em)").matches) return;
    const today = document.querySelector("section[data-today]");
    if (today?.previousElementSibling?.matches("section")) today.scrollIntoView({ block: "start" });
  }, []);
  return null;
}

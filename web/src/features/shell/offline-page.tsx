"use client";

import { useEffect } from "react";

/** Keeps a page ready for opening the portal without a network (public/service-worker.js). Browsers allow it over https and on localhost. */
export function OfflinePage() {
  useEffect(() => {
    if (process.env.NODE_ENV === "production" && "serviceWorker" in navigator) void navigator.serviceWorker.register("/service-worker.js");
  }, []);
  return null;
}

"use client";

import { useMutation } from "@apollo/client/react";
import { useEffect, useRef } from "react";
import { ReadForecastDocument } from "@/graphql/generated/graphql";
import { newId } from "@/ui/new-id";

/** Whoever has opened the forecast has read it. */
export function ReadMark({ forecastId }: { forecastId: string }) {
  const [read] = useMutation(ReadForecastDocument);
  const sent = useRef(false);
  useEffect(() => {
    if (sent.current) return;
    sent.current = true;
    void read({ variables: { input: { operationId: newId(), forecastId } } }).catch(() => undefined);
  }, [forecastId, read]);
  return null;
}

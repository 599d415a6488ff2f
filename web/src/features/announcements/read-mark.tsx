"use client";

import { useMutation } from "@apollo/client/react";
import { useEffect, useRef } from "react";
import { ReadAnnouncementsDocument } from "@/graphql/generated/graphql";
import { newId } from "@/ui/new-id";

/** Whoever has opened the announcement has read it. */
export function ReadMark({ announcementId }: { announcementId: string }) {
  const [read] = useMutation(ReadAnnouncementsDocument);
  const sent = useRef(false);
  useEffect(() => {
    if (sent.current) return;
    sent.current = true;
    void read({ variables: { input: { operationId: newId(), announcementIds: [announcementId] } } }).catch(() => undefined);
  }, [announcementId, read]);
  return null;
}

"use client";

import { useNetwork } from "@mantine/hooks";
import { usePathname } from "next/navigation";
import { type ReactNode, useRef } from "react";
import type { ConversationsQuery, ConversationsQueryVariables } from "@/graphql/generated/graphql";
import type { Seed } from "@/graphql/use-seeded-query";
import { ConversationPanel } from "./conversation-panel";
import classes from "./messages-frame.module.css";
import { useKeyboardRoom } from "./use-keyboard-room";

interface MessagesFrameProps {
  seed: Seed<ConversationsQuery, ConversationsQueryVariables>;
  children: ReactNode;
}

/** The list and what is open of it, side by side; on a phone one of the two. */
export function MessagesFrame({ seed, children }: MessagesFrameProps) {
  const frame = useRef<HTMLDivElement>(null);
  const isOpen = usePathname() !== "/messages";
  const { online } = useNetwork();
  useKeyboardRoom(frame);
  return (
    <div ref={frame} className={classes.frame} data-open={isOpen || undefined} data-offline={!online || undefined}>
      <div className={classes.list}>
        <ConversationPanel seed={seed} isAlone={!isOpen} />
      </div>
      <div className={classes.open}>{children}</div>
    </div>
  );
}

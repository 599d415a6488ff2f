import { Text } from "@mantine/core";
import { IconInbox } from "@tabler/icons-react";
import type { ReactNode } from "react";
import classes from "./empty-state.module.css";

/** In the place of a list with nothing in it: why, and what to do. */
export function EmptyState({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  return (
    <div className={classes.empty}>
      <IconInbox size={40} stroke={1.3} className={classes.icon} aria-hidden />
      <Text fw={600} mt="xs">
        {title}
      </Text>
      <Text c="dimmed" size="sm" mb="md">
        {text}
      </Text>
      {children}
    </div>
  );
}

"use client";

import { Button, type ButtonProps } from "@mantine/core";
import { PortalLink } from "./portal-link";
import type { ReactNode } from "react";

/** A link that looks like a button; server components cannot hand a link component to Mantine themselves. */
export function LinkButton({ href, children, ...props }: ButtonProps & { href: string; children: ReactNode }) {
  return (
    <Button component={PortalLink} href={href} {...props}>
      {children}
    </Button>
  );
}

"use client";

import Link from "next/link";
import type { ComponentProps } from "react";

/**
 * A link within the portal. It reads nothing ahead: every page is made for its viewer from fresh data, and a list of forty classes
 * must not ask the server for forty pages that nobody opens.
 */
export function PortalLink(props: Omit<ComponentProps<typeof Link>, "prefetch">) {
  return <Link {...props} prefetch={false} />;
}

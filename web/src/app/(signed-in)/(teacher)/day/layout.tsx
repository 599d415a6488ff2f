import type { ReactNode } from "react";
import { BrowserClient } from "@/graphql/browser-client";

export default function DayLayout({ children }: { children: ReactNode }) {
  return <BrowserClient>{children}</BrowserClient>;
}

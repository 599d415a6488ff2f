import type { ReactNode } from "react";
import { BrowserClient } from "@/graphql/browser-client";

export default function WorksLayout({ children }: { children: ReactNode }) {
  return <BrowserClient>{children}</BrowserClient>;
}

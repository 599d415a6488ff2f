import type { ReactNode } from "react";
import { BrowserClient } from "@/graphql/browser-client";

export default function QuestionsLayout({ children }: { children: ReactNode }) {
  return <BrowserClient>{children}</BrowserClient>;
}

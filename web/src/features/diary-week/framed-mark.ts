import type { ReactNode } from "react";

/** A mark of the week in words, for what the page puts around it. */
export interface FramedMark {
  markId: string;
  value: string;
  subject: string;
  /** «Контрольная работа, 20.11.2026» */
  name: string;
  comment: string | null;
}

/** Puts something around a mark, such as the way to ask about it; the diary itself shows the mark alone. */
export type FrameMark = (mark: FramedMark, content: ReactNode) => ReactNode;

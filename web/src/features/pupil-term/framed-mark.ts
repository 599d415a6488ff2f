import type { ReactNode } from "react";

/** A mark of the term in words, for what the page puts around it: of a lesson, with its date, or of the term or the year. */
export interface FramedMark {
  markId?: string;
  termMarkId?: string;
  value: string;
  subject: string;
  /** «Контрольная работа, 20.11.2026», «2-я четверть» */
  name: string;
  comment?: string | null;
  date?: string;
}

/** Puts something around a mark, such as the way to ask about it; without it a lesson's mark leads to its week. */
export type FrameMark = (mark: FramedMark, content: ReactNode) => ReactNode;

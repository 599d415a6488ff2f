import type { MessagePartsFragment } from "@/graphql/generated/graphql";

export type Message = MessagePartsFragment;
export type MessageLesson = NonNullable<Message["lesson"]>;

/** What a message answers, as the composer shows it. */
export interface Quote {
  id: string;
  authorName: string;
  text: string | null;
}

/** A message being written. */
export interface MessageDraft {
  text: string;
  quoted: Quote | null;
}

export const EMPTY_DRAFT: MessageDraft = { text: "", quoted: null };

export function isEmptyDraft({ text, quoted }: MessageDraft): boolean {
  return text === "" && quoted === null;
}

/** The most characters that a message holds. */
export const TEXT_LIMIT = 4000;

/** Characters as the database counts them: an emoji is one. */
export function lengthOf(text: string): number {
  return [...text].length;
}

export function maySend(text: string): boolean {
  return text.trim() !== "" && lengthOf(text.trim()) <= TEXT_LIMIT;
}

/** The beginning of a quoted text, in one line. */
export function beginning(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > 140 ? `${line.slice(0, 139)}…` : line;
}

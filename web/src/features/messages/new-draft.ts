import type { ContactCardFragment } from "@/graphql/generated/graphql";

/** A first message being written: to whom, how, and what. */
export interface NewDraft {
  recipients: readonly ContactCardFragment[];
  together: boolean;
  title: string;
  text: string;
  lesson: { lessonId: string; subject: string; date: string } | null;
}

export const EMPTY_NEW: NewDraft = { recipients: [], together: false, title: "", text: "", lesson: null };

export function isEmptyNew({ recipients, title, text }: NewDraft): boolean {
  return recipients.length === 0 && title === "" && text === "";
}

/** The most recipients that one message may go to. */
export const RECIPIENT_LIMIT = 100;

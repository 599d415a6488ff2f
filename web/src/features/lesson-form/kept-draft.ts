import type { DraftBase, LessonDraft } from "./lesson-draft";
import type { Sending } from "./save-lesson";

/** A draft with what it was begun from, and the save that is on its way. */
export interface KeptDraft {
  draft: LessonDraft;
  base: DraftBase;
  sending: Sending | null;
}

/** Unsaved words survive a reload: kept by account and lesson, at every stroke, until the lesson is saved. */
export function readKept(accountId: string, lessonId: string): KeptDraft | null {
  try {
    return JSON.parse(localStorage.getItem(keyOf(accountId, lessonId)) ?? "null") as KeptDraft | null;
  } catch {
    return null;
  }
}

export function keep(accountId: string, lessonId: string, kept: KeptDraft | null): void {
  try {
    if (kept) localStorage.setItem(keyOf(accountId, lessonId), JSON.stringify(kept));
    else localStorage.removeItem(keyOf(accountId, lessonId));
  } catch {
    // A browser that keeps nothing still shows and saves the form.
  }
}

function keyOf(accountId: string, lessonId: string): string {
  return `lesson-draft/${accountId}/${lessonId}`;
}

import type { AnnouncementDraft } from "./announcement-draft";

/** What was begun survives a reload, on this device, until it is published. */
export function readKept(accountId: string): AnnouncementDraft | null {
  try {
    return JSON.parse(localStorage.getItem(keyOf(accountId)) ?? "null") as AnnouncementDraft | null;
  } catch {
    return null;
  }
}

export function keep(accountId: string, draft: AnnouncementDraft | null): void {
  try {
    if (draft) localStorage.setItem(keyOf(accountId), JSON.stringify(draft));
    else localStorage.removeItem(keyOf(accountId));
  } catch {
    // A browser that keeps nothing still publishes.
  }
}

function keyOf(accountId: string): string {
  return `announcement-draft/${accountId}`;
}

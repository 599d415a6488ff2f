import type { AnnouncementCardFragment } from "@/graphql/generated/graphql";

type Announcement = Pick<AnnouncementCardFragment, "readAt" | "acknowledgedAt" | "needsAcknowledgement">;

/** First what still waits for an acknowledgement, then what is unread, then the rest; within each the order stays. */
export function pressingFirst<Some extends Announcement>(announcements: readonly Some[]): Some[] {
  return announcements.toSorted((a, b) => pressure(b) - pressure(a));
}

export function awaitsAcknowledgement({ needsAcknowledgement, acknowledgedAt }: Announcement): boolean {
  return needsAcknowledgement && !acknowledgedAt;
}

/** Waits for the viewer: unread, or read and not yet acknowledged. */
export function isPressing(announcement: Announcement): boolean {
  return pressure(announcement) > 0;
}

function pressure(announcement: Announcement): number {
  return (awaitsAcknowledgement(announcement) ? 2 : 0) + (announcement.readAt ? 0 : 1);
}

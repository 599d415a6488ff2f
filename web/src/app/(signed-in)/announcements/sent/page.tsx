import { AnnouncementsPage } from "@/features/announcements/announcements-page";

export default function SentAnnouncements() {
  return <AnnouncementsPage part="sent" />;
}

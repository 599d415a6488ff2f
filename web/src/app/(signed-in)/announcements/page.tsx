import { AnnouncementsPage } from "@/features/announcements/announcements-page";

export default function Announcements() {
  return <AnnouncementsPage part="received" />;
}

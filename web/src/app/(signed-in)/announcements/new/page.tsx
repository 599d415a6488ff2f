import { NewAnnouncementPage } from "@/features/announcements/form-pages";

export default function NewAnnouncement() {
  return <NewAnnouncementPage />;
}

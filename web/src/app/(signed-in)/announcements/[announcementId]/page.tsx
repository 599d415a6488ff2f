import { AnnouncementPage } from "@/features/announcements/announcement-page";

export default async function Announcement({ params }: PageProps<"/announcements/[announcementId]">) {
  return <AnnouncementPage announcementId={(await params).announcementId} />;
}

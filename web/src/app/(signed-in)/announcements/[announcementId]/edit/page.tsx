import { EditAnnouncementPage } from "@/features/announcements/form-pages";

export default async function EditAnnouncement({ params }: PageProps<"/announcements/[announcementId]/edit">) {
  return <EditAnnouncementPage announcementId={(await params).announcementId} />;
}

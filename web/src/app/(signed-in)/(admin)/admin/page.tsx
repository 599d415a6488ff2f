import { AnnouncementsBlock } from "@/features/announcements/announcements-block";
import { StructurePage } from "@/features/admin/structure-page";

export default function Admin() {
  return (
    <>
      <AnnouncementsBlock width={1120} />
      <StructurePage />
    </>
  );
}

import { ListSkeleton } from "@/ui/list-skeleton";

export default function AnnouncementsLoading() {
  return <ListSkeleton rowHeight={90} />;
}

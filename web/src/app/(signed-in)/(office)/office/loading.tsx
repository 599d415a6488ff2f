import { ListSkeleton } from "@/ui/list-skeleton";

export default function OfficeLoading() {
  return <ListSkeleton rowHeight={120} />;
}

import { ListSkeleton } from "@/ui/list-skeleton";

export default function ClassLoading() {
  return <ListSkeleton rowHeight={120} />;
}

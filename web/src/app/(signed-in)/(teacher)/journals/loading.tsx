import { ListSkeleton } from "@/ui/list-skeleton";

export default function JournalsLoading() {
  return <ListSkeleton rowHeight={64} />;
}

import { ListSkeleton } from "@/ui/list-skeleton";

export default function DiaryLoading() {
  return <ListSkeleton rowHeight={180} />;
}

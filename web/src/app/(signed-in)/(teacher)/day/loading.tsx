import { ListSkeleton } from "@/ui/list-skeleton";

export default function DayLoading() {
  return <ListSkeleton rowHeight={96} />;
}

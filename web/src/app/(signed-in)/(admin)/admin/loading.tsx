import { RowsSkeleton } from "@/ui/list-skeleton";

export default function AdminLoading() {
  return <RowsSkeleton rowHeight={120} />;
}

import { NewsHealthPage } from "@/features/news-health/news-health-page";

export default function AdminNotices() {
  return <NewsHealthPage />;
}

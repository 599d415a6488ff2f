import { SubjectsPage } from "@/features/admin/subjects-page";

export default function AdminSubjects() {
  return <SubjectsPage />;
}

import { StructurePage } from "@/features/admin/structure-page";

export default function Admin() {
  return <StructurePage />;
}

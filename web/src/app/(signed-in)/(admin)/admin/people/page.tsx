import { PeoplePage } from "@/features/admin/people-page";
import { selectionFromAddress } from "@/features/admin/people-selection";

export default async function AdminPeople({ searchParams }: PageProps<"/admin/people">) {
  return <PeoplePage selection={selectionFromAddress(await searchParams)} />;
}

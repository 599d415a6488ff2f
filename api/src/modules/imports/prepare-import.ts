import type { ClientBase } from "pg";
import { civilDate } from "../../kernel/clock";
import { findSchool, type FoundSchool } from "./find-school";
import type { MakeId } from "./identities";
import type { ProblemList } from "./import-report";
import { mapSchool, type MappedSchool } from "./map-school";
import { openPackage } from "./open-package";
import { readSchoolFiles } from "./read-school-files";
import { emptySchoolRows, type SchoolRows } from "./school-tables";

/** A school's files read, checked and turned into rows; nothing is written yet. */
export interface PreparedImport {
  school: FoundSchool;
  rows: SchoolRows;
  mapped: MappedSchool;
  /** By the school's clock. */
  today: string;
  makeId: MakeId;
}

/** Reads a folder or zip; null, with the reasons among the problems, when it is not fit to be written. The caller has a transaction open. */
export async function prepareImport(
  client: ClientBase,
  path: string,
  makeId: MakeId,
  problems: ProblemList,
  pinnedToday?: string,
): Promise<PreparedImport | null> {
  const source = await openPackage(path, problems);
  if (!source) return null;
  try {
    const files = await readSchoolFiles(source, problems);
    const school = files && (await findSchool(client, files, makeId, problems));
    if (!files || !school) return null;
    const today = pinnedToday ?? civilDate(new Date(), school.timeZone);
    const rows = emptySchoolRows();
    const mapped = mapSchool({ files, ids: school.ids, problems, rows, today });
    return problems.count > 0 ? null : { school, rows, mapped, today, makeId };
  } finally {
    source.close();
  }
}

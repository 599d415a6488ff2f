import type { Clock } from "../../kernel/clock";
import type { Database } from "../../kernel/database";
import { notFound } from "../../kernel/refusal";
import { seesWholeSchool, type Viewer } from "../../kernel/viewer";
import type { ClassPage } from "./class-page";
import { CLASS_PAGE } from "./class-page-statement";
import { unpackClassPage, type ClassPageRow } from "./unpack-class-page";

/** Which page: a class on a date, with the marks of a term; without `termId` the term of that date or the last one begun. */
export interface AskedClassPage {
  classId: string;
  date: string;
  termId: string | null;
}

/** The page as the viewer may see it. @throws Refusal NOT_FOUND when the class is not the viewer's, or has no such term. */
export async function loadClassPage(database: Database, clock: Clock, viewer: Viewer, asked: AskedClassPage): Promise<ClassPage> {
  const { classId, date, termId } = asked;
  const classes = seesWholeSchool(viewer) ? null : [...viewer.leads];
  const [row] = await database.read<ClassPageRow>(viewer.schoolId, CLASS_PAGE, [
    viewer.schoolId,
    classId,
    classes,
    termId,
    date,
    clock.now(),
  ]);
  if (!row) throw notFound("Класс или учебный период");
  return unpackClassPage(classId, date, row);
}

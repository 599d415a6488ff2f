import type DataLoader from "dataloader";
import { Any } from "typeorm";
import { listLoader, rowLoader } from "../../kernel/batch-loader";
import type { RequestContext } from "../../kernel/request-context";
import { AcademicYear } from "./academic-year.entity";
import { Term } from "./term.entity";

/** School years by id. */
export function makeAcademicYearLoader(context: RequestContext): DataLoader<string, AcademicYear | null> {
  return rowLoader(
    context,
    (year) => year.id,
    (manager, { schoolId }, ids) => manager.find(AcademicYear, { where: { schoolId, id: Any(ids) } }),
  );
}

/** Terms by id. */
export function makeTermLoader(context: RequestContext): DataLoader<string, Term | null> {
  return rowLoader(
    context,
    (term) => term.id,
    (manager, { schoolId }, ids) => manager.find(Term, { where: { schoolId, id: Any(ids) } }),
  );
}

/** The terms of school years, by kind and number. */
export function makeTermsOfYearLoader(context: RequestContext): DataLoader<string, Term[]> {
  return listLoader(
    context,
    (term) => term.academicYearId,
    (manager, { schoolId }, ids) =>
      manager.find(Term, { where: { schoolId, academicYearId: Any(ids) }, order: { kind: "ASC", number: "ASC" } }),
  );
}

import type DataLoader from "dataloader";
import { listLoader, rowLoader } from "../../kernel/batch-loader";
import type { RequestContext } from "../../kernel/request-context";
import { ledPupilScope } from "../../kernel/viewer-scope";
import { Guardian } from "./guardian.entity";
import { Guardianship } from "./guardianship.entity";
import { Person } from "./person.entity";
import { Pupil } from "./pupil.entity";
import { orderByName, selectPeople } from "./select-people";
import { Staff } from "./staff.entity";

/** Pupils by id, for an edge from something that already names them: a mark, an absence. */
export function makePupilLoader(context: RequestContext): DataLoader<string, Pupil | null> {
  return rowLoader(
    context,
    (pupil) => pupil.id,
    (manager, { schoolId }, ids) => selectPeople(manager, schoolId, Pupil, "pupil").andWhere("pupil.id = ANY(:ids)", { ids }).getMany(),
  );
}

/** Staff by id, those who have left as well: their lessons stay. */
export function makeStaffLoader(context: RequestContext): DataLoader<string, Staff | null> {
  return rowLoader(
    context,
    (staff) => staff.id,
    (manager, { schoolId }, ids) => selectPeople(manager, schoolId, Staff, "staff").andWhere("staff.id = ANY(:ids)", { ids }).getMany(),
  );
}

/** The guardians of pupils as of today, by name; none for a pupil whose guardians are not the viewer's to see. */
export function makeGuardiansOfPupilLoader(context: RequestContext): DataLoader<string, Guardianship[]> {
  return listLoader(
    context,
    (guardianship) => guardianship.pupilId,
    (manager, viewer, pupilIds) =>
      orderByName(
        manager
          .createQueryBuilder(Guardianship, "guardianship")
          .innerJoinAndMapOne(
            "guardianship.guardian",
            Guardian,
            "guardian",
            "guardian.schoolId = guardianship.schoolId AND guardian.id = guardianship.guardianId",
          )
          .innerJoinAndMapOne("guardian.person", Person, "person", "person.schoolId = guardian.schoolId AND person.id = guardian.id")
          .where("guardianship.schoolId = :schoolId AND guardianship.pupilId = ANY(:pupilIds)", { schoolId: viewer.schoolId, pupilIds })
          .andWhere("guardianship.validFrom <= :today AND (guardianship.validTo IS NULL OR guardianship.validTo >= :today)", {
            today: viewer.today,
          })
          .andWhere(...ledPupilScope(viewer, "guardianship.pupilId")),
      ).getMany(),
  );
}

import type DataLoader from "dataloader";
import { listLoader, rowLoader } from "../../kernel/batch-loader";
import type { RequestContext } from "../../kernel/request-context";
import { classScope, pupilScope } from "../../kernel/viewer-scope";
import { Person } from "../people/person.entity";
import { Pupil } from "../people/pupil.entity";
import { orderByName } from "../people/select-people";
import { Staff } from "../people/staff.entity";
import { ClassTeacher } from "./class-teacher.entity";
import { Enrolment } from "./enrolment.entity";
import { inForce } from "./in-force";
import { SchoolClass } from "./school-class.entity";

/** Classes by id; null for one that is not the viewer's to see. */
export function makeSchoolClassLoader(context: RequestContext): DataLoader<string, SchoolClass | null> {
  return rowLoader(
    context,
    (schoolClass) => schoolClass.id,
    (manager, viewer, ids) =>
      manager
        .createQueryBuilder(SchoolClass, "class")
        .where("class.schoolId = :schoolId AND class.id = ANY(:ids)", { schoolId: viewer.schoolId, ids })
        .andWhere(...classScope(viewer, "class"))
        .getMany(),
  );
}

/** The class of pupils in the current year, with the enrolment in force; none where the class is not the viewer's to see. */
export function makeEnrolmentOfPupilLoader(context: RequestContext): DataLoader<string, Enrolment | null> {
  return rowLoader(
    context,
    (enrolment) => enrolment.pupilId,
    (manager, viewer, pupilIds) => {
      const enrolments = manager
        .createQueryBuilder(Enrolment, "enrolment")
        .innerJoinAndMapOne(
          "enrolment.schoolClass",
          SchoolClass,
          "class",
          "class.schoolId = enrolment.schoolId AND class.id = enrolment.classId",
        )
        .where("enrolment.schoolId = :schoolId AND enrolment.pupilId = ANY(:pupilIds)", { schoolId: viewer.schoolId, pupilIds });
      return inForce(enrolments, "enrolment", "class", viewer.today)
        .andWhere("year.status = 'CURRENT'")
        .andWhere(...classScope(viewer, "class"))
        .getMany();
    },
  );
}

/** The pupils of classes by name, each with the enrolment in force; of them only those whom the viewer may see. */
export function makeEnrolmentsOfClassLoader(context: RequestContext): DataLoader<string, Enrolment[]> {
  return listLoader(
    context,
    (enrolment) => enrolment.classId,
    (manager, viewer, classIds) => {
      const enrolments = manager
        .createQueryBuilder(Enrolment, "enrolment")
        .innerJoin(SchoolClass, "class", "class.schoolId = enrolment.schoolId AND class.id = enrolment.classId")
        .innerJoinAndMapOne("enrolment.pupil", Pupil, "pupil", "pupil.schoolId = enrolment.schoolId AND pupil.id = enrolment.pupilId")
        .innerJoinAndMapOne("pupil.person", Person, "person", "person.schoolId = pupil.schoolId AND person.id = pupil.id")
        .where("enrolment.schoolId = :schoolId AND enrolment.classId = ANY(:classIds)", { schoolId: viewer.schoolId, classIds });
      return orderByName(inForce(enrolments, "enrolment", "class", viewer.today).andWhere(...pupilScope(viewer, "pupil"))).getMany();
    },
  );
}

/** Who is in charge of classes. */
export function makeClassTeacherLoader(context: RequestContext): DataLoader<string, ClassTeacher | null> {
  return rowLoader(
    context,
    (classTeacher) => classTeacher.classId,
    (manager, { schoolId, today }, classIds) => {
      const classTeachers = manager
        .createQueryBuilder(ClassTeacher, "class_teacher")
        .innerJoin(SchoolClass, "class", "class.schoolId = class_teacher.schoolId AND class.id = class_teacher.classId")
        .innerJoinAndMapOne(
          "class_teacher.staff",
          Staff,
          "staff",
          "staff.schoolId = class_teacher.schoolId AND staff.id = class_teacher.staffId",
        )
        .innerJoinAndMapOne("staff.person", Person, "person", "person.schoolId = staff.schoolId AND person.id = staff.id")
        .where("class_teacher.schoolId = :schoolId AND class_teacher.classId = ANY(:classIds)", { schoolId, classIds });
      return inForce(classTeachers, "class_teacher", "class", today).getMany();
    },
  );
}

import type { EntityTarget, ObjectLiteral } from "typeorm";
import { StaffRole } from "../modules/access/staff-role.entity";
import { Attendance } from "../modules/attendance/attendance.entity";
import { AcademicYear } from "../modules/calendar/academic-year.entity";
import { School } from "../modules/calendar/school.entity";
import { Term } from "../modules/calendar/term.entity";
import { ClassTeacher } from "../modules/classes/class-teacher.entity";
import { Enrolment } from "../modules/classes/enrolment.entity";
import { SchoolClass } from "../modules/classes/school-class.entity";
import { Homework } from "../modules/homework/homework.entity";
import { Journal } from "../modules/journals/journal.entity";
import { SubjectArea } from "../modules/journals/subject-area.entity";
import { Subject } from "../modules/journals/subject.entity";
import { TeachingLoad } from "../modules/journals/teaching-load.entity";
import { Lesson } from "../modules/lessons/lesson.entity";
import { Assessment } from "../modules/marks/assessment.entity";
import { Mark } from "../modules/marks/mark.entity";
import { Guardian } from "../modules/people/guardian.entity";
import { Guardianship } from "../modules/people/guardianship.entity";
import { Person } from "../modules/people/person.entity";
import { Pupil } from "../modules/people/pupil.entity";
import { Staff } from "../modules/people/staff.entity";
import { TermMark } from "../modules/term-marks/term-mark.entity";

/** Tables of the open graph, read through TypeORM, in the order of the modules. */
export const entities: EntityTarget<ObjectLiteral>[] = [
  School,
  AcademicYear,
  Term,
  Person,
  Pupil,
  Guardian,
  Guardianship,
  Staff,
  SchoolClass,
  Enrolment,
  ClassTeacher,
  Subject,
  SubjectArea,
  Journal,
  TeachingLoad,
  StaffRole,
  Lesson,
  Attendance,
  Homework,
  Assessment,
  Mark,
  TermMark,
];

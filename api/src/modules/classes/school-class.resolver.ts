import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { signedIn, type RequestContext } from "../../kernel/request-context";
import { requireUuid } from "../../kernel/uuid";
import { classScope } from "../../kernel/viewer-scope";
import { AcademicYear } from "../calendar/academic-year.entity";
import { makeAcademicYearLoader } from "../calendar/calendar.loaders";
import { Pupil } from "../people/pupil.entity";
import { Staff } from "../people/staff.entity";
import { makeClassTeacherLoader, makeEnrolmentsOfClassLoader, makeSchoolClassLoader } from "./classes.loaders";
import { SchoolClass } from "./school-class.entity";

@Resolver(() => SchoolClass)
export class SchoolClassResolver {
  @Query(() => [SchoolClass], {
    description:
      "Classes of one year by grade and label; a teacher gets those taught or led. Without `academicYearId`: of the current year.",
  })
  async classes(
    @Arg("academicYearId", () => ID, { nullable: true, description: "The school year." }) academicYearId: string | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<SchoolClass[]> {
    const viewer = signedIn(context);
    if (academicYearId) requireUuid(academicYearId, "academicYearId");
    return context.database.entities(viewer.schoolId, (manager) =>
      manager
        .createQueryBuilder(SchoolClass, "class")
        .innerJoin(AcademicYear, "year", "year.schoolId = class.schoolId AND year.id = class.academicYearId")
        .where("class.schoolId = :schoolId", { schoolId: viewer.schoolId })
        .andWhere(academicYearId ? "year.id = :academicYearId" : "year.status = 'CURRENT'", { academicYearId })
        .andWhere(...classScope(viewer, "class"))
        .orderBy("class.grade")
        .addOrderBy('class.label COLLATE "ru-x-icu"')
        .getMany(),
    );
  }

  @Query(() => SchoolClass, { nullable: true, description: "One class; null when there is none, or not for the viewer." })
  async schoolClass(
    @Arg("id", () => ID, { description: "The class's id." }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<SchoolClass | null> {
    return context.loader(makeSchoolClassLoader).load(requireUuid(id, "id"));
  }

  @FieldResolver(() => AcademicYear, { description: "The school year." })
  async academicYear(@Root() schoolClass: SchoolClass, @Ctx() context: RequestContext): Promise<AcademicYear | null> {
    return context.loader(makeAcademicYearLoader).load(schoolClass.academicYearId);
  }

  @FieldResolver(() => Staff, {
    nullable: true,
    description: "The class teacher of today; of a year that is over, the last one. Null while nobody is in charge.",
  })
  async classTeacher(@Root() schoolClass: SchoolClass, @Ctx() context: RequestContext): Promise<Staff | null> {
    const classTeacher = await context.loader(makeClassTeacherLoader).load(schoolClass.id);
    return classTeacher && classTeacher.staff;
  }

  @FieldResolver(() => [Pupil], {
    description: "Pupils enrolled today, by name (of a year that is over: on its last day); a teacher of a group gets its members.",
  })
  async pupils(@Root() schoolClass: SchoolClass, @Ctx() context: RequestContext): Promise<Pupil[]> {
    const enrolments = await context.loader(makeEnrolmentsOfClassLoader).load(schoolClass.id);
    return enrolments.map(({ pupil }) => pupil);
  }
}

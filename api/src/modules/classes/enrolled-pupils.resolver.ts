import { Arg, Args, Ctx, Field, FieldResolver, ID, InputType, Int, Query, Resolver, Root } from "type-graphql";
import type { EntityManager, SelectQueryBuilder } from "typeorm";
import { PageArgs } from "../../kernel/connection";
import type { RequestContext } from "../../kernel/request-context";
import { requireUuid } from "../../kernel/uuid";
import type { Viewer } from "../../kernel/viewer";
import { pupilScope } from "../../kernel/viewer-scope";
import { searchByName } from "../people/name-search";
import { readPeoplePage } from "../people/people-page";
import { Pupil, PupilConnection } from "../people/pupil.entity";
import { selectPeople } from "../people/select-people";
import { Enrolment } from "./enrolment.entity";
import { inForce } from "./in-force";
import { SchoolClass } from "./school-class.entity";

@InputType({ description: "Which pupils; several conditions hold together." })
export class PupilFilter {
  @Field(() => ID, { nullable: true, description: "Of this class." })
  classId?: string | null;

  @Field(() => String, { nullable: true, description: "The beginning of a surname or given name, or of both; ё is as good as е." })
  search?: string | null;
}

@Resolver(() => PupilConnection)
export class EnrolledPupilsResolver {
  @Query(() => PupilConnection, {
    description:
      "Pupils of the current year, enrolled today, by the Russian alphabet; a teacher gets those taught or led. With `classId`: as `SchoolClass.pupils`.",
  })
  async pupils(
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => PupilFilter, { nullable: true, description: "Left out: everybody." }) filter: PupilFilter | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<PupilConnection> {
    if (filter?.classId) requireUuid(filter.classId, "filter.classId");
    return readPeoplePage(context, page, "pupils", (manager, viewer) => selectEnrolled(manager, viewer, filter ?? {}));
  }

  @FieldResolver(() => Int, { description: "How many pupils the whole list holds, over all its pages." })
  async totalCount(@Root() page: PupilConnection): Promise<number> {
    return page.count();
  }
}

function selectEnrolled(manager: EntityManager, viewer: Viewer, { classId, search }: PupilFilter): SelectQueryBuilder<Pupil> {
  const enrolled = selectPeople(manager, viewer.schoolId, Pupil, "pupil")
    .innerJoin(Enrolment, "enrolment", "enrolment.schoolId = pupil.schoolId AND enrolment.pupilId = pupil.id")
    .innerJoin(SchoolClass, "class", "class.schoolId = enrolment.schoolId AND class.id = enrolment.classId");
  const inClass = inForce(enrolled, "enrolment", "class", viewer.today)
    .andWhere(classId ? "class.id = :classId" : "year.status = 'CURRENT'", { classId })
    .andWhere(...pupilScope(viewer, "pupil"));
  return searchByName(inClass, search ?? "", "filter.search");
}

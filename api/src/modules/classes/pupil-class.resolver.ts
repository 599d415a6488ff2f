import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../kernel/request-context";
import { Pupil } from "../people/pupil.entity";
import { makeEnrolmentOfPupilLoader } from "./classes.loaders";
import { SchoolClass } from "./school-class.entity";

@Resolver(() => Pupil)
export class PupilClassResolver {
  @FieldResolver(() => SchoolClass, {
    nullable: true,
    description: "The class of the current year; null for a pupil who is in none today, or whose class is not for the viewer.",
  })
  async schoolClass(@Root() pupil: Pupil, @Ctx() context: RequestContext): Promise<SchoolClass | null> {
    const enrolment = await context.loader(makeEnrolmentOfPupilLoader).load(pupil.id);
    return enrolment && enrolment.schoolClass;
  }
}

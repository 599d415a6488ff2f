import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { signedIn, type RequestContext } from "../../kernel/request-context";
import { requireUuid } from "../../kernel/uuid";
import { pupilScope } from "../../kernel/viewer-scope";
import { Guardian } from "./guardian.entity";
import { makeGuardiansOfPupilLoader } from "./people.loaders";
import { Pupil } from "./pupil.entity";
import { selectPeople } from "./select-people";

@Resolver(() => Pupil)
export class PupilResolver {
  @Query(() => Pupil, {
    nullable: true,
    description:
      "One pupil, also one who has left; null when there is none, or not for the viewer. A family asks for its own child only [2.2].",
  })
  async pupil(@Arg("id", () => ID, { description: "The pupil's id." }) id: string, @Ctx() context: RequestContext): Promise<Pupil | null> {
    const viewer = signedIn(context);
    requireUuid(id, "id");
    return context.database.entities(viewer.schoolId, (manager) =>
      selectPeople(manager, viewer.schoolId, Pupil, "pupil")
        .andWhere("pupil.id = :id", { id })
        .andWhere(...pupilScope(viewer, "pupil"))
        .getOne(),
    );
  }

  @FieldResolver(() => [Guardian], {
    description:
      "The guardians of today, by name, for the office and the class teacher [2.6]; a class teacher reads none for pupils of other classes.",
  })
  async guardians(@Root() pupil: Pupil, @Ctx() context: RequestContext): Promise<Guardian[]> {
    const guardianships = await context.loader(makeGuardiansOfPupilLoader).load(pupil.id);
    return guardianships.map(({ guardian }) => guardian);
  }
}

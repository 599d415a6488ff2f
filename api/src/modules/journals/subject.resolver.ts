import { Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { signedIn, type RequestContext } from "../../kernel/request-context";
import { makeSubjectAreaLoader } from "./journals.loaders";
import { Subject } from "./subject.entity";

@Resolver(() => Subject)
export class SubjectResolver {
  @Query(() => [Subject], { description: "The school's subjects, in its own order." })
  async subjects(@Ctx() context: RequestContext): Promise<Subject[]> {
    const { schoolId } = signedIn(context);
    return context.database.entities(schoolId, (manager) =>
      manager.find(Subject, { where: { schoolId }, order: { sortOrder: "ASC", name: "ASC" } }),
    );
  }

  @FieldResolver(() => String, { description: "The subject area of the federal curriculum, by name: Математика и информатика." })
  async subjectArea(@Root() subject: Subject, @Ctx() context: RequestContext): Promise<string | undefined> {
    const area = await context.loader(makeSubjectAreaLoader).load(subject.subjectAreaCode);
    return area?.name;
  }
}

import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../kernel/request-context";
import { SchoolClass } from "../classes/school-class.entity";
import { Journal } from "./journal.entity";
import { makeJournalsOfClassLoader } from "./journals.loaders";

@Resolver(() => SchoolClass)
export class ClassJournalsResolver {
  @FieldResolver(() => [Journal], {
    description: "Journals of the class and of its groups, in the school's order of subjects; a teacher gets those taught or led.",
  })
  async journals(@Root() schoolClass: SchoolClass, @Ctx() context: RequestContext): Promise<Journal[]> {
    const found = await context.loader(makeJournalsOfClassLoader).load(schoolClass.id);
    return found?.journals ?? [];
  }
}

import { Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { signedIn, type RequestContext } from "../../kernel/request-context";
import { AcademicYear } from "./academic-year.entity";
import { makeTermsOfYearLoader } from "./calendar.loaders";
import { School } from "./school.entity";
import { Term } from "./term.entity";

@Resolver(() => AcademicYear)
export class CalendarResolver {
  @Query(() => School, { description: "The viewer's school." })
  async school(@Ctx() context: RequestContext): Promise<School> {
    const { schoolId } = signedIn(context);
    return context.database.entities(schoolId, (manager) => manager.findOneByOrFail(School, { id: schoolId }));
  }

  @Query(() => [AcademicYear], { description: "The school's years, the newest first." })
  async academicYears(@Ctx() context: RequestContext): Promise<AcademicYear[]> {
    const { schoolId } = signedIn(context);
    return context.database.entities(schoolId, (manager) =>
      manager.find(AcademicYear, { where: { schoolId }, order: { startsOn: "DESC" } }),
    );
  }

  @FieldResolver(() => [Term], { description: "The year's terms of every kind, by kind and number." })
  async terms(@Root() year: AcademicYear, @Ctx() context: RequestContext): Promise<Term[]> {
    return context.loader(makeTermsOfYearLoader).load(year.id);
  }
}

import { Arg, Ctx, FieldResolver, Float, ID, Query, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../kernel/request-context";
import { requireUuid } from "../../kernel/uuid";
import { AcademicYear } from "../calendar/academic-year.entity";
import { makeAcademicYearLoader } from "../calendar/calendar.loaders";
import { makeSchoolClassLoader } from "../classes/classes.loaders";
import { SchoolClass } from "../classes/school-class.entity";
import { Staff } from "../people/staff.entity";
import { Journal } from "./journal.entity";
import { makeClassNameLoader, makeJournalLoader, makeLoadOfJournalLoader, makeSubjectLoader } from "./journals.loaders";
import { Subject } from "./subject.entity";

@Resolver(() => Journal)
export class JournalResolver {
  @Query(() => Journal, { nullable: true, description: "One journal; null when there is none, or not for the viewer [2.1]." })
  async journal(
    @Arg("id", () => ID, { description: "The journal's id." }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<Journal | null> {
    return context.loader(makeJournalLoader).load(requireUuid(id, "id"));
  }

  @FieldResolver(() => Subject, { description: "The subject." })
  async subject(@Root() journal: Journal, @Ctx() context: RequestContext): Promise<Subject | null> {
    return context.loader(makeSubjectLoader).load(journal.subjectId);
  }

  @FieldResolver(() => String, {
    description: "Whom the journal is of, as a label: 5«А», the group's name, or the pupil who is taught alone.",
  })
  async className(@Root() journal: Journal, @Ctx() context: RequestContext): Promise<string> {
    return context.loader(makeClassNameLoader).load(journal.id);
  }

  @FieldResolver(() => SchoolClass, { nullable: true, description: "The class, when the journal is of a whole class." })
  async schoolClass(@Root() journal: Journal, @Ctx() context: RequestContext): Promise<SchoolClass | null> {
    return journal.classId ? context.loader(makeSchoolClassLoader).load(journal.classId) : null;
  }

  @FieldResolver(() => AcademicYear, { description: "The school year." })
  async academicYear(@Root() journal: Journal, @Ctx() context: RequestContext): Promise<AcademicYear | null> {
    return context.loader(makeAcademicYearLoader).load(journal.academicYearId);
  }

  @FieldResolver(() => [Staff], { description: "The teachers by the load of today, by name; of a year that is over, the last ones." })
  async teachers(@Root() journal: Journal, @Ctx() context: RequestContext): Promise<Staff[]> {
    const loads = await context.loader(makeLoadOfJournalLoader).load(journal.id);
    return loads.map(({ staff }) => staff);
  }

  @FieldResolver(() => Float, { description: "Hours a week by that load, all teachers together; 0 while nobody teaches." })
  async weeklyHours(@Root() journal: Journal, @Ctx() context: RequestContext): Promise<number> {
    const loads = await context.loader(makeLoadOfJournalLoader).load(journal.id);
    return loads.reduce((hours, load) => hours + load.weeklyHours, 0);
  }
}

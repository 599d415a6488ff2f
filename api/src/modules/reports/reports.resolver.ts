import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import { signedIn, type RequestContext } from "../../kernel/request-context";
import { LocalDate } from "../../kernel/scalars";
import { requireUuid } from "../../kernel/uuid";
import { leadsClass, seesStructure, type ModuleRules } from "../access/access.rules";
import { ClassPage } from "./class-page";
import { loadClassPage } from "./load-class-page";
import { loadSchoolOverview } from "./load-school-overview";
import { SchoolOverview } from "./school-overview";

@Resolver()
export class ReportsResolver {
  @Query(() => ClassPage, {
    description:
      "A class on one date, and each pupil's marks of the term by subject. Without `date`: today; without `termId`: the term of that date, or the last one begun. Open to its class teacher, the deputy and the director [2.1, 3.3.2].",
  })
  classPage(
    @Arg("classId", () => ID, { description: "The class." }) classId: string,
    @Arg("date", () => LocalDate, { nullable: true, description: "A civil date of the school." }) date: string | null,
    @Arg("termId", () => ID, { nullable: true, description: "A term of the class's year." }) termId: string | null,
    @Ctx() context: RequestContext,
  ): Promise<ClassPage> {
    const viewer = signedIn(context);
    return loadClassPage(context.database, context.clock, viewer, {
      classId: requireUuid(classId, "classId"),
      date: date ?? viewer.today,
      termId: termId ? requireUuid(termId, "termId") : null,
    });
  }

  @Query(() => SchoolOverview, {
    description: "Figures of what exists in the school on a date, for the office's home pages. Without `date`: today.",
  })
  schoolOverview(
    @Arg("date", () => LocalDate, { nullable: true, description: "A civil date of the school." }) date: string | null,
    @Ctx() context: RequestContext,
  ): Promise<SchoolOverview> {
    const viewer = signedIn(context);
    return loadSchoolOverview(context.database, viewer, date ?? viewer.today);
  }
}

const ofClass = { reachedFrom: ["Query.classPage"] };
const ofSchool = { reachedFrom: ["Query.schoolOverview"] };

export const reportsRules: ModuleRules = {
  Query: {
    classPage: leadsClass, // 2.1
    schoolOverview: seesStructure, // 2.6
  },
  types: {
    ClassPage: ofClass,
    ClassLesson: ofClass,
    ClassAbsence: ofClass,
    ClassSubject: ofClass,
    ClassPupil: ofClass,
    ClassPupilSubject: ofClass,
    SchoolOverview: ofSchool,
    UnrecordedByTeacher: ofSchool,
  },
};

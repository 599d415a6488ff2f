import type DataLoader from "dataloader";
import { Arg, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { listLoader } from "../../kernel/batch-loader";
import type { RequestContext } from "../../kernel/request-context";
import { lessonContentScope } from "../../kernel/viewer-scope";
import type { ModuleRules } from "../access/access.rules";
import { makeTermLoader } from "../calendar/calendar.loaders";
import { Term } from "../calendar/term.entity";
import { Journal } from "../journals/journal.entity";
import { makePupilLoader } from "../people/people.loaders";
import { Person } from "../people/person.entity";
import { Pupil } from "../people/pupil.entity";
import { orderByName } from "../people/select-people";
import { TermMarkKind } from "./term-mark-kind";
import { TermMark } from "./term-mark.entity";

@Resolver(() => Journal)
export class JournalTermMarksResolver {
  @FieldResolver(() => [TermMark], {
    description:
      "The journal's marks for terms, the year, exams and the final ones, by the pupil's name; for those who read the journal [2.1].",
  })
  async termMarks(
    @Root() journal: Journal,
    @Arg("kind", () => TermMarkKind, { nullable: true, description: "Only of this kind; left out: of every kind." })
    kind: TermMarkKind | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<TermMark[]> {
    const termMarks = await context.loader(makeTermMarksOfJournalLoader).load(journal.id);
    return kind ? termMarks.filter((mark) => mark.kind === kind) : termMarks;
  }
}

@Resolver(() => TermMark)
export class TermMarkResolver {
  @FieldResolver(() => Pupil, { description: "Whose mark it is." })
  async pupil(@Root() mark: TermMark, @Ctx() context: RequestContext): Promise<Pupil | null> {
    return context.loader(makePupilLoader).load(mark.pupilId);
  }

  @FieldResolver(() => Term, { nullable: true, description: "The term, with the kind TERM." })
  async term(@Root() mark: TermMark, @Ctx() context: RequestContext): Promise<Term | null> {
    return mark.termId ? context.loader(makeTermLoader).load(mark.termId) : null;
  }
}

export const journalTermMarksRules: ModuleRules = {
  types: {
    TermMark: { reachedFrom: ["Journal.termMarks"] },
    TermSuggestion: { reachedFrom: ["Query.journalPage", "Query.pupilTerm", "Query.termMarkExplained", "SubjectForecast.suggestion"] },
  },
};

/** A cleared term mark keeps its row for the version's sake: it is not among them. */
function makeTermMarksOfJournalLoader(context: RequestContext): DataLoader<string, TermMark[]> {
  return listLoader(
    context,
    (mark) => mark.journalId,
    (manager, viewer, journalIds) => {
      const termMarks = manager
        .createQueryBuilder(TermMark, "mark")
        .innerJoin(Person, "person", "person.schoolId = mark.schoolId AND person.id = mark.pupilId")
        .leftJoin(Term, "term", "term.schoolId = mark.schoolId AND term.id = mark.termId")
        .where("mark.schoolId = :schoolId AND mark.journalId = ANY(:journalIds)", { schoolId: viewer.schoolId, journalIds })
        .andWhere("num_nonnulls(mark.grade, mark.passed, mark.special) = 1")
        .andWhere(...lessonContentScope(viewer, "mark.journalId"));
      return orderByName(termMarks).addOrderBy("term.startsOn", "ASC", "NULLS LAST").addOrderBy("mark.kind", "DESC").getMany();
    },
  );
}

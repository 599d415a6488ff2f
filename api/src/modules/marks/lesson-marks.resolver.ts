import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../kernel/request-context";
import type { ModuleRules } from "../access/access.rules";
import { Lesson } from "../lessons/lesson.entity";
import { makePupilLoader } from "../people/people.loaders";
import { Pupil } from "../people/pupil.entity";
import { Assessment } from "./assessment.entity";
import { Mark } from "./mark.entity";
import { makeAssessmentsOfLessonLoader, makeMarksOfLessonLoader } from "./marks-of-lesson";

@Resolver(() => Lesson)
export class LessonMarksResolver {
  @FieldResolver(() => [Assessment], { description: "The lesson's columns of marks, by number; for those who read the journal [2.1]." })
  async assessments(@Root() lesson: Lesson, @Ctx() context: RequestContext): Promise<Assessment[]> {
    return context.loader(makeAssessmentsOfLessonLoader).load(lesson.id);
  }

  @FieldResolver(() => [Mark], { description: "The marks that are set, by column and name; for those who read the journal [2.1]." })
  async marks(@Root() lesson: Lesson, @Ctx() context: RequestContext): Promise<Mark[]> {
    return context.loader(makeMarksOfLessonLoader).load(lesson.id);
  }
}

@Resolver(() => Mark)
export class MarkedPupilResolver {
  @FieldResolver(() => Pupil, { description: "Whose mark it is." })
  async pupil(@Root() mark: Mark, @Ctx() context: RequestContext): Promise<Pupil | null> {
    return context.loader(makePupilLoader).load(mark.pupilId);
  }
}

export const lessonMarksRules: ModuleRules = {
  types: {
    Assessment: { reachedFrom: ["Lesson.assessments"] },
    Mark: { reachedFrom: ["Lesson.marks"] },
  },
};

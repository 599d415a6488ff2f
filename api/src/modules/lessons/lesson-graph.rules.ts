import { mayReadJournal } from "../../kernel/viewer";
import { edgeRule, isStaff, type ModuleRules } from "../access/access.rules";
import type { Lesson } from "./lesson.entity";

/** What is written in a lesson is for those who read its journal: never for the administrator, who sees the structure only [2.1, 3.5.1]. */
const readsJournalOfLesson = edgeRule<Lesson>("readsJournalOfLesson", (viewer, lesson) => mayReadJournal(viewer, lesson.journalId));

export const lessonGraphRules: ModuleRules = {
  Query: {
    lessons: isStaff, // 2.1; which journals: the statement
    lesson: isStaff, // 2.1
  },
  types: {
    LessonConnection: { reachedFrom: ["Query.lessons", "Journal.lessons"] },
    LessonEdge: { reachedFrom: ["LessonConnection.edges"] },
    Lesson: {
      reachedFrom: ["Query.lesson", "LessonConnection.nodes", "LessonEdge.node", "RecordLessonPayload.lesson"],
      edges: {
        assessments: readsJournalOfLesson,
        marks: readsJournalOfLesson,
        attendance: readsJournalOfLesson,
        homework: readsJournalOfLesson,
      },
    },
  },
};

import { seesWholeSchool, type Viewer } from "../../kernel/viewer";
import { isSignedIn, isStaff, type ModuleRules, viewerRule } from "../access/access.rules";

const guards = (viewer: Viewer, pupilId: string): boolean => viewer.diaries.has(pupilId) && pupilId !== viewer.personId;

/** A guardian of the child; the pupil does not ask for the guardians [2.2]. */
const guardsPupil = viewerRule<{ pupilId: string }>("guardsPupil", (viewer, { pupilId }) => guards(viewer, pupilId));

const asksOfOwnChild = viewerRule<{ input: { pupilId: string } }>("asksOfOwnChild", (viewer, { input }) => guards(viewer, input.pupilId));

/** The deputy and the director see the school's, a class teacher those of the own class; whose they are is in the statement [2.6]. */
const seesOverdue = viewerRule("seesOverdue", (viewer) => seesWholeSchool(viewer) || viewer.leads.size > 0);

/** Whose a question is to read or to answer is in the statements [2.1, 2.2]. */
export const questionsRules: ModuleRules = {
  Query: {
    markQuestion: isSignedIn,
    markQuestionsToAnswer: isStaff,
    markQuestionsOfPupil: guardsPupil, // 2.2
    overdueMarkQuestions: seesOverdue, // 2.6, 3.4.4
  },
  Mutation: {
    askAboutMark: asksOfOwnChild, // 3.3.4, 4.1.3
    writeToQuestion: isSignedIn,
    answerQuestion: isStaff, // 3.3.4
    closeQuestion: isSignedIn,
  },
  types: {
    MarkQuestionConnection: { reachedFrom: ["Query.markQuestionsToAnswer", "Query.markQuestionsOfPupil", "Query.overdueMarkQuestions"] },
    MarkQuestionEdge: { reachedFrom: ["MarkQuestionConnection.edges"] },
    MarkQuestion: { reachedFrom: ["MarkQuestionConnection.nodes", "MarkQuestionEdge.node", "MarkQuestionThread.question"] },
    MarkQuestionThread: { reachedFrom: ["Query.markQuestion", "MarkQuestionPayload.thread"] },
    MarkQuestionText: { reachedFrom: ["MarkQuestionThread.texts"] },
    MarkQuestionChange: { reachedFrom: ["MarkQuestionThread.changes"] },
    MarkQuestionPayload: {
      reachedFrom: ["Mutation.askAboutMark", "Mutation.writeToQuestion", "Mutation.answerQuestion", "Mutation.closeQuestion"],
    },
  },
};

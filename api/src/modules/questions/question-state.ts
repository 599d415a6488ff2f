import { registerEnumType } from "type-graphql";

export enum MarkQuestionState {
  OPEN = "OPEN",
  ANSWERED = "ANSWERED",
  CLOSED = "CLOSED",
}
registerEnumType(MarkQuestionState, {
  name: "MarkQuestionState",
  description: "OPEN: waits for the teacher's first answer; ANSWERED: has one, and goes on; CLOSED: has an outcome.",
});

export enum MarkQuestionOutcome {
  EXPLAINED = "EXPLAINED",
  CORRECTED = "CORRECTED",
  STAYS = "STAYS",
  WITHDRAWN = "WITHDRAWN",
}
registerEnumType(MarkQuestionOutcome, {
  name: "MarkQuestionOutcome",
  description: "How a question ended: explained, the mark corrected, the mark stays as it was, withdrawn by the guardian.",
});

/** On which side somebody writes in a question. */
export enum QuestionSide {
  STAFF = "STAFF",
  FAMILY = "FAMILY",
}
registerEnumType(QuestionSide, { name: "QuestionSide", description: "Who writes: a teacher, or the pupil's guardian." });

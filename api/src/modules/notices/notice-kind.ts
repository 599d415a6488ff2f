import { registerEnumType } from "type-graphql";

export enum NoticeKind {
  MARK = "MARK",
  TERM_MARK = "TERM_MARK",
  ABSENCE = "ABSENCE",
  HOMEWORK = "HOMEWORK",
  SUBSTITUTION = "SUBSTITUTION",
  MESSAGE = "MESSAGE",
  ANNOUNCEMENT = "ANNOUNCEMENT",
  REPORT = "REPORT",
  RESIT = "RESIT",
  TERM_LOCK = "TERM_LOCK",
  DEBT = "DEBT",
  QUESTION = "QUESTION",
  FORECAST = "FORECAST",
}
registerEnumType(NoticeKind, { name: "NoticeKind", description: "What a notice tells of." });

export enum QuestionStep {
  ASKED = "ASKED",
  WRITTEN = "WRITTEN",
  ANSWERED = "ANSWERED",
  CLOSED = "CLOSED",
  DUE = "DUE",
  OVERDUE = "OVERDUE",
}
registerEnumType(QuestionStep, {
  name: "QuestionStep",
  description:
    "What a notice tells of a question about a mark: asked, a further text, answered, closed; the day to answer is near; nobody answered in time.",
});

export enum MailTime {
  NEVER = "NEVER",
  AT_ONCE = "AT_ONCE",
  DAILY = "DAILY",
  WEEKLY = "WEEKLY",
}
registerEnumType(MailTime, {
  name: "MailTime",
  description: "When news of one kind comes by e-mail: never, at once, or in a digest of the day or the week.",
});

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
}
registerEnumType(NoticeKind, { name: "NoticeKind", description: "What a notice tells of." });

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

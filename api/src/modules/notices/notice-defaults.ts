import { holds, Role, type Viewer } from "../../kernel/viewer";
import { MailTime, NoticeKind } from "./notice-kind";

/** How news of a kind comes by e-mail to those who have chosen nothing; in the portal all of it is shown. */
export const DEFAULT_MAIL: Readonly<Record<NoticeKind, MailTime>> = {
  [NoticeKind.MARK]: MailTime.DAILY,
  [NoticeKind.TERM_MARK]: MailTime.DAILY,
  [NoticeKind.ABSENCE]: MailTime.AT_ONCE,
  [NoticeKind.HOMEWORK]: MailTime.NEVER,
  [NoticeKind.SUBSTITUTION]: MailTime.AT_ONCE,
  [NoticeKind.MESSAGE]: MailTime.AT_ONCE,
  [NoticeKind.ANNOUNCEMENT]: MailTime.DAILY,
  [NoticeKind.REPORT]: MailTime.AT_ONCE,
  [NoticeKind.RESIT]: MailTime.AT_ONCE,
  [NoticeKind.TERM_LOCK]: MailTime.AT_ONCE,
  [NoticeKind.DEBT]: MailTime.AT_ONCE,
  [NoticeKind.QUESTION]: MailTime.AT_ONCE,
  [NoticeKind.FORECAST]: MailTime.AT_ONCE,
};

/** When letters may come; times are by the school's clock, `hh:mm`. */
export interface Schedule {
  quietFrom: string;
  quietTo: string;
  digestAt: string;
  /** 1 Monday to 7 Sunday. */
  digestWeekday: number;
}

export const DEFAULT_SCHEDULE: Schedule = { quietFrom: "21:00", quietTo: "07:00", digestAt: "18:00", digestWeekday: 5 };

const OF_A_CHILD = [
  NoticeKind.MARK,
  NoticeKind.TERM_MARK,
  NoticeKind.ABSENCE,
  NoticeKind.HOMEWORK,
  NoticeKind.RESIT,
  NoticeKind.DEBT,
  NoticeKind.FORECAST,
  NoticeKind.SUBSTITUTION,
];
const OF_EVERYBODY = [NoticeKind.MESSAGE, NoticeKind.ANNOUNCEMENT];

/** The kinds of news that can concern the viewer, in the order in which they are chosen from. */
export function kindsOf(viewer: Viewer): NoticeKind[] {
  const isFamily = viewer.diaries.size > 0;
  const teaches = holds(viewer, Role.TEACHER);
  const isGuardian = holds(viewer, Role.GUARDIAN);
  const seesAll = holds(viewer, Role.DEPUTY, Role.DIRECTOR);
  return [
    ...(isFamily ? OF_A_CHILD : teaches ? [NoticeKind.SUBSTITUTION, NoticeKind.DEBT] : []),
    ...(isGuardian || teaches || seesAll ? [NoticeKind.QUESTION] : []),
    ...OF_EVERYBODY,
    ...(teaches || holds(viewer, Role.DEPUTY) ? [NoticeKind.TERM_LOCK] : []),
    ...(seesAll ? [NoticeKind.REPORT] : []),
  ];
}

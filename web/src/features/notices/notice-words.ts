import type { useTranslations } from "next-intl";
import type { NoticeFieldsFragment } from "@/graphql/generated/graphql";
import { formatDayAndMonth } from "@/ui/school-date";

export type Notice = NoticeFieldsFragment;

/** A notice in words: what happened, and where or what exactly. */
export interface NoticeWords {
  title: string;
  detail: string;
  href: string;
}

type Texts = ReturnType<typeof useTranslations<"notices">>;

/** Who reads: `ofSelf`, a pupil about themselves, so that no name is needed; `moment` writes a moment by the school's clock. */
interface Reader {
  ofSelf: boolean;
  moment: (at: string) => string;
}

export function noticeWords(notice: Notice, t: Texts, { ofSelf, moment }: Reader): NoticeWords {
  const name = notice.pupilName && !ofSelf ? notice.pupilName : null;
  const happened = whatHappened(notice, t);
  return {
    title: name ? t("ofChild", { name, happened }) : capitalized(happened),
    detail: detailOf(notice, t, moment),
    href: hrefOf(notice),
  };
}

function whatHappened(notice: Notice, t: Texts): string {
  const change = notice.before === null ? "new" : notice.after === null ? "gone" : "changed";
  const { before, after, title } = notice;
  switch (notice.kind) {
    case "MARK":
    case "TERM_MARK":
      return t(`mark.${change}`, { before: markOf(before, t), after: markOf(after, t) });
    case "ABSENCE":
      return t(`absence.${change}`, { before: attendanceOf(before, t), after: attendanceOf(after, t) });
    case "HOMEWORK":
      return t(`homework.${change}`);
    case "SUBSTITUTION":
      return t(after === null ? "substitution.cancelled" : "substitution.new");
    case "RESIT":
      return t(`resit.${change}`, { before: before ? formatDayAndMonth(before) : "", after: after ? formatDayAndMonth(after) : "" });
    case "DEBT":
      return t(before === "ENDS" ? "debt.ends" : "debt.ended", { until: after ? formatDayAndMonth(after) : "" });
    case "FORECAST":
      return t("forecast", { author: title ?? "" });
    case "MESSAGE":
      return t("message", { author: title ?? "" });
    case "ANNOUNCEMENT":
      return t("announcement", { title: title ?? "" });
    case "REPORT":
      return t("report", { author: title ?? "" });
    case "TERM_LOCK":
      return t(after === null ? "termLock.request" : after === "GRANTED" ? "termLock.granted" : "termLock.refused", {
        author: title ?? "",
      });
    case "QUESTION":
      return questionNews(notice, t);
  }
}

function detailOf(notice: Notice, t: Texts, moment: Reader["moment"]): string {
  const { kind, subject, lessonDate, before, after, text } = notice;
  if (kind === "TERM_MARK") return [subject, notice.title].filter(Boolean).join(", ");
  if (kind === "MESSAGE" || kind === "REPORT" || kind === "ANNOUNCEMENT" || kind === "FORECAST") return text ?? "";
  if (kind === "TERM_LOCK") {
    const until = notice.openUntil ? t("termLock.until", { moment: moment(notice.openUntil) }) : null;
    return [subject, until, text].filter(Boolean).join(". ");
  }
  const lesson = lessonDate ? t("lesson", { subject: subject ?? "", date: formatDayAndMonth(lessonDate) }) : (subject ?? "");
  if (kind === "QUESTION") return notice.questionStep === "CLOSED" || !text ? lesson : `${lesson}: ${text}`;
  if (kind === "HOMEWORK" && after) return `${lesson}: ${after}`;
  if ((kind === "RESIT" || kind === "DEBT") && notice.title) return `${lesson}. ${notice.title}`;
  if (kind === "SUBSTITUTION" && after) return `${lesson}. ${t("substitution.teacher", { after, before: before ?? "none" })}`;
  return lesson;
}

/** To the teacher with the day by which to answer, to the family with the answer, to both with the end. */
function questionNews({ questionStep, questionOutcome, dueOn, title, before }: Notice, t: Texts): string {
  const words = { author: title ?? "", mark: markOf(before, t), date: dueOn ? formatDayAndMonth(dueOn) : "" };
  if (questionStep === "CLOSED" && questionOutcome) return t(`question.outcome.${questionOutcome}`, words);
  return t(`question.${questionStep ?? "WRITTEN"}`, words);
}

function markOf(value: string | null, t: Texts): string {
  const key = `markWord.${value}` as Parameters<Texts>[0];
  return value && t.has(key) ? t(key) : (value ?? "");
}

function attendanceOf(value: string | null, t: Texts): string {
  const key = `attendance.${value}` as Parameters<Texts>[0];
  return value && t.has(key) ? t(key) : (value ?? "");
}

/** The place that the notice tells of: the child's week, the lesson's journal, the thread, the announcement, the forecast. */
function hrefOf({
  kind,
  pupilId,
  lessonDate,
  journalId,
  lessonId,
  conversationId,
  announcementId,
  questionId,
  forecastId,
  termId,
  after,
}: Notice): string {
  switch (kind) {
    case "MESSAGE":
      return `/messages/${conversationId}`;
    case "ANNOUNCEMENT":
      return `/announcements/${announcementId}`;
    case "FORECAST":
      return `/forecasts/${forecastId}`;
    case "REPORT":
      return "/office/reports";
    case "RESIT":
      return `/diary/${pupilId}?week=${after ?? lessonDate}`;
    case "TERM_LOCK":
      return after === null ? "/office/terms" : `/journals/${journalId}?term=${termId}`;
    case "TERM_MARK":
      return `/diary/${pupilId}/term${termId ? `?term=${termId}` : ""}`;
    case "QUESTION":
      return pupilId ? `/diary/${pupilId}/questions/${questionId}` : `/questions/${questionId}`;
    default:
      if (pupilId) return `/diary/${pupilId}${lessonDate ? `?week=${lessonDate}` : ""}`;
      if (journalId) return `/journals/${journalId}${lessonId ? `?lesson=${lessonId}` : ""}`;
      return lessonDate ? `/day?date=${lessonDate}` : "/day";
  }
}

function capitalized(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

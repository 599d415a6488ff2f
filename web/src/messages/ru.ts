import admin from "./ru/admin.json";
import announcements from "./ru/announcements.json";
import assessmentRules from "./ru/assessment-rules.json";
import classAnalysis from "./ru/class-analysis.json";
import classPage from "./ru/class-page.json";
import controlBoard from "./ru/control-board.json";
import controlWorks from "./ru/control-works.json";
import closedTerm from "./ru/closed-term.json";
import diary from "./ru/diary.json";
import errors from "./ru/errors.json";
import forecast from "./ru/forecast.json";
import journalList from "./ru/journal-list.json";
import journalPage from "./ru/journal-page.json";
import journalPanels from "./ru/journal-panels.json";
import lessonForm from "./ru/lesson-form.json";
import markQuestions from "./ru/mark-questions.json";
import messages from "./ru/messages.json";
import myDay from "./ru/my-day.json";
import newsHealth from "./ru/news-health.json";
import noticeSettings from "./ru/notice-settings.json";
import notices from "./ru/notices.json";
import office from "./ru/office.json";
import shell from "./ru/shell.json";
import signIn from "./ru/sign-in.json";
import termLocks from "./ru/term-locks.json";
import termMark from "./ru/term-mark.json";
import unsent from "./ru/unsent.json";
import words from "./ru/words.json";

/** The portal's Russian texts, one file a feature. */
export const ru = {
  admin,
  announcements,
  assessmentRules,
  classAnalysis,
  classPage,
  controlBoard,
  controlWorks,
  closedTerm,
  diary,
  errors,
  forecast,
  journalList,
  journalPage,
  journalPanels,
  lessonForm,
  markQuestions,
  messages,
  myDay,
  notices,
  newsHealth,
  noticeSettings,
  office,
  shell,
  signIn,
  termLocks,
  termMark,
  unsent,
  words,
};

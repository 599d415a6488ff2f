import admin from "./en/admin.json";
import announcements from "./en/announcements.json";
import assessmentRules from "./en/assessment-rules.json";
import classAnalysis from "./en/class-analysis.json";
import classPage from "./en/class-page.json";
import controlBoard from "./en/control-board.json";
import controlWorks from "./en/control-works.json";
import closedTerm from "./en/closed-term.json";
import diary from "./en/diary.json";
import errors from "./en/errors.json";
import forecast from "./en/forecast.json";
import journalList from "./en/journal-list.json";
import journalPage from "./en/journal-page.json";
import journalPanels from "./en/journal-panels.json";
import lessonForm from "./en/lesson-form.json";
import markQuestions from "./en/mark-questions.json";
import messages from "./en/messages.json";
import myDay from "./en/my-day.json";
import newsHealth from "./en/news-health.json";
import noticeSettings from "./en/notice-settings.json";
import notices from "./en/notices.json";
import office from "./en/office.json";
import shell from "./en/shell.json";
import signIn from "./en/sign-in.json";
import termLocks from "./en/term-locks.json";
import termMark from "./en/term-mark.json";
import unsent from "./en/unsent.json";
import words from "./en/words.json";
import type { ru } from "./ru";

/** The portal's English texts; the type holds them complete against the Russian ones. */
export const en: typeof ru = {
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

import { EVERYBODY, NOBODY, OFFICE, SIGNED_IN, STAFF, STRUCTURE } from "./roles";
import { plainRules } from "../factories/assessment-rules";
import { type QueryRow, unasked } from "./query-rows";

const byTeacher = { class5A: ["teacher"], class5B: ["otherTeacher"], foreignSchool: NOBODY } as const;
/** Not a UUID: who passes the guard is answered INVALID, and nothing is changed. */
const operationId = "none";
const AN_ANNOUNCEMENT = { title: "Собрание", text: "В четверг.", shownFrom: "2026-11-23", shownTo: "2026-11-30" };

/** Only the class's own teacher. */
const byClassTeacher = { class5A: ["classTeacher"], class5B: NOBODY, foreignSchool: NOBODY } as const;

/** Who gets past the guard of a command; what it then refuses is told by the clauses' own tests. */
export const MUTATION_ROWS: Readonly<Record<string, QueryRow>> = {
  setMarks: { ask: ({ journalId }) => ({ input: { operationId, journalId, cells: [] } }), ...byTeacher }, // 3.2.3
  setTermMarks: { ask: ({ journalId }) => ({ input: { operationId, journalId, kind: "YEAR", cells: [] } }), ...byTeacher }, // 3.2.7
  clearMark: {
    ask: ({ journalId, lessonId, pupilId, assessmentId }) => ({
      input: { operationId, journalId, lessonId, assessmentId, pupilId, version: 1 },
    }),
    ...byTeacher,
  },
  setAttendance: { ask: ({ journalId, lessonId }) => ({ input: { operationId, journalId, lessonId, cells: [] } }), ...byTeacher }, // 3.2.2
  planResits: {
    ask: ({ journalId, lessonId, assessmentId }) => ({ input: { operationId, journalId, lessonId, assessmentId, resits: [] } }),
    ...byTeacher,
  }, // 3.2.4
  recordLesson: {
    ask: ({ journalId, lessonId }) => ({ input: { operationId, journalId, lessonId, version: 1, topic: "Дроби" } }),
    ...byTeacher,
  }, // 3.2.2
  setHomework: {
    ask: ({ journalId, lessonId }) => ({ input: { operationId, journalId, lessonId, text: "№ 5", version: 0 } }),
    ...byTeacher,
  }, // 3.2.6
  closeTerm: { ...unasked(["deputy"]), ask: ({ termId }) => ({ input: { operationId, places: [{ termId }] } }) }, // 3.4.9
  liftTermLock: { ...unasked(["deputy"]), ask: ({ termId }) => ({ input: { operationId, lockId: termId, version: 1, reason: "Ошибка" } }) },
  openTerm: {
    ...unasked(["deputy"]), // 3.4.9
    ask: ({ termId }) => ({ input: { operationId, places: [{ termId }], until: "2026-11-24T12:00:00Z", reason: "Ошибка" } }),
  },
  endOpening: { ...unasked(["deputy"]), ask: ({ termId }) => ({ input: { operationId, openingId: termId, version: 1 } }) },
  answerOpening: {
    ...unasked(["deputy"]),
    ask: ({ termId }) => ({ input: { operationId, requestId: termId, version: 1, answer: "Нет" } }),
  },
  requestOpening: {
    ask: ({ journalId, termId }) => ({ input: { operationId, journalId, termId, correction: "Отметка", reason: "Болезнь" } }),
    ...byTeacher,
  }, // 3.2
  withdrawRequest: { ...unasked(STAFF), ask: ({ termId }) => ({ input: { operationId, requestId: termId, version: 1 } }) },
  sendForecasts: {
    ask: ({ classId, termId, pupilId }) => ({ input: { operationId, classId, termId, pupilIds: [pupilId] } }),
    ...byClassTeacher,
  }, // 3.3.4
  readForecast: { ...unasked(SIGNED_IN), ask: ({ forecastId }) => ({ input: { operationId, forecastId } }) },
  saveAnalysis: {
    ask: ({ classId }) => ({ input: { operationId, classId, version: 9, conclusions: "", causes: "", measures: "" } }),
    ...byClassTeacher,
  }, // 3.3.2
  signAnalysis: { ask: ({ classId }) => ({ input: { operationId, classId, version: 9 } }), ...byClassTeacher },
  reopenAnalysis: { ask: ({ classId }) => ({ input: { operationId, classId, version: 9 } }), ...byClassTeacher },
  startConversation: {
    ...unasked(SIGNED_IN),
    ask: () => ({ input: { operationId, recipients: [], together: false, text: "Добрый день" } }),
  }, // 1.4.8
  sendMessage: { ...unasked(SIGNED_IN), ask: ({ conversationId }) => ({ input: { operationId, conversationId, text: "Добрый день" } }) },
  editMessage: { ...unasked(SIGNED_IN), ask: ({ messageId }) => ({ input: { operationId, messageId, version: 1, text: "Добрый день" } }) },
  withdrawMessage: { ...unasked(SIGNED_IN), ask: ({ messageId }) => ({ input: { operationId, messageId, version: 1 } }) },
  readConversation: { ...unasked(SIGNED_IN), ask: ({ conversationId }) => ({ input: { operationId, conversationId, seq: 1 } }) },
  setConversationState: { ...unasked(SIGNED_IN), ask: ({ conversationId }) => ({ input: { operationId, conversationId } }) },
  reportMessage: { ...unasked(SIGNED_IN), ask: ({ messageId }) => ({ input: { operationId, messageId, reason: "Грубость" } }) },
  closeReport: { ...unasked(OFFICE), ask: ({ messageId }) => ({ input: { operationId, reportId: messageId, outcome: "Беседа" } }) }, // 3.4.4
  setAssessmentRules: {
    ...unasked(OFFICE),
    ask: () => ({ input: { operationId, validFrom: "2026-12-01", revision: "none", rules: plainRules } }),
  }, // 3.4.2
  withdrawAssessmentRules: { ...unasked(OFFICE), ask: () => ({ input: { operationId, validFrom: "2026-12-01", revision: "none" } }) }, // 3.4.2
  askAboutMark: {
    ask: ({ pupilId, assessmentId }) => ({ input: { operationId, pupilId, markId: assessmentId, text: "Почему?" } }),
    class5A: ["mother"],
    class5B: ["otherMother"],
    foreignSchool: NOBODY,
  }, // 3.3.4, 4.1.3
  writeToQuestion: { ...unasked(SIGNED_IN), ask: ({ questionId }) => ({ input: { operationId, questionId, text: "Почему?" } }) },
  answerQuestion: { ...unasked(STAFF), ask: ({ questionId }) => ({ input: { operationId, questionId, version: 1, text: "Потому" } }) }, // 3.3.4
  closeQuestion: { ...unasked(SIGNED_IN), ask: ({ questionId }) => ({ input: { operationId, questionId, version: 1, outcome: "STAYS" } }) },
  setMessageSettings: { ...unasked(OFFICE), ask: () => ({ input: { operationId, pupilsMayWrite: true } }) },
  readNotices: { ...unasked(SIGNED_IN), ask: () => ({ input: { operationId, noticeId: "none", andOlder: true } }) },
  setNoticeSettings: {
    ...unasked(SIGNED_IN),
    ask: () => ({
      input: { operationId, version: 0, choices: [], quietFrom: "21:00", quietTo: "07:00", digestAt: "18:00", digestWeekday: 5 },
    }),
  },
  publishAnnouncement: {
    ...unasked([...STRUCTURE, "classTeacher"]), // 1.4.8, 3.3.3
    ask: () => ({ input: { operationId, ...AN_ANNOUNCEMENT, audiences: [], needsAcknowledgement: false } }),
  },
  editAnnouncement: {
    ...unasked([...STRUCTURE, "classTeacher"]),
    ask: ({ announcementId }) => ({ input: { operationId, announcementId, version: 1, ...AN_ANNOUNCEMENT } }),
  },
  withdrawAnnouncement: {
    ...unasked([...STRUCTURE, "classTeacher"]),
    ask: ({ announcementId }) => ({ input: { operationId, announcementId, version: 1 } }),
  },
  readAnnouncements: {
    ...unasked(SIGNED_IN),
    ask: ({ announcementId }) => ({ input: { operationId, announcementIds: [announcementId] } }),
  },
  acknowledgeAnnouncement: { ...unasked(SIGNED_IN), ask: ({ announcementId }) => ({ input: { operationId, announcementId } }) },
  retryDeadLetters: { ...unasked(["admin"]), ask: () => ({ input: { operationId, ids: [] } }) }, // 3.5.1
  signIn: { ...unasked(EVERYBODY), ask: () => ({ input: { login: "nobody", password: "nothing" } }) },
  signOut: unasked(SIGNED_IN),
  signOutEverywhere: unasked(SIGNED_IN),
};

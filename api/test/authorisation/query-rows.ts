import { FAMILY_5A, FAMILY_5B, NOBODY, OFFICE, READS_5A, READS_5B, SIGNED_IN, STAFF, STRUCTURE, type Role, WRITERS } from "./roles";
import type { Target } from "./world";

/** Who gets an answer that holds something, by what is asked for: things of 5«А», of 5«Б», and of another school; null is not asked. */
export interface QueryRow {
  /** The variables of the root field's arguments. */
  ask: (target: Target) => Record<string, unknown>;
  class5A: readonly Role[];
  class5B: readonly Role[] | null;
  foreignSchool: readonly Role[] | null;
}

/** Nothing is named in the question, so it is asked once; whose things are answered is said in `SECRETS`. */
export function unasked(may: readonly Role[]): QueryRow {
  return { ask: () => ({}), class5A: may, class5B: null, foreignSchool: null };
}

const class5Aor5B = {
  class5A: [...STRUCTURE, "teacher", "classTeacher"],
  class5B: [...STRUCTURE, "otherTeacher"],
  foreignSchool: NOBODY,
} as const;

/** Миша's mother and his teacher write to each other, and so do Боря's. */
const inThread = { class5A: ["mother", "teacher"], class5B: ["otherMother", "otherTeacher"], foreignSchool: NOBODY } as const;
const IN_THREADS = [...inThread.class5A, ...inThread.class5B];

/** A question about a mark is read by the guardians, its teachers, the class teacher and the office; the pupil is not asked. */
const ofQuestion = {
  class5A: [...OFFICE, "teacher", "classTeacher", "mother"],
  class5B: [...OFFICE, "otherTeacher", "otherMother"],
  foreignSchool: NOBODY,
} as const;

export const QUERY_ROWS: Readonly<Record<string, QueryRow>> = {
  me: unasked(SIGNED_IN),
  school: unasked(SIGNED_IN),
  academicYears: unasked(STAFF),
  subjects: unasked(STAFF),
  staff: unasked([...STAFF, "specialist"]),
  myDay: unasked(STAFF),
  journals: unasked([...STRUCTURE, "teacher", "otherTeacher", "classTeacher"]), // 2.1
  classes: unasked([...STRUCTURE, "teacher", "otherTeacher", "classTeacher"]),
  schoolClass: { ask: ({ classId }) => ({ id: classId }), ...class5Aor5B },
  pupils: { ask: ({ classId }) => ({ filter: { classId } }), ...class5Aor5B },
  pupil: {
    ask: ({ pupilId }) => ({ id: pupilId }),
    class5A: [...class5Aor5B.class5A, ...FAMILY_5A], // 2.2
    class5B: [...class5Aor5B.class5B, ...FAMILY_5B],
    foreignSchool: NOBODY,
  },
  journal: { ask: ({ journalId }) => ({ id: journalId }), ...class5Aor5B }, // 2.1
  lessons: { ask: ({ journalId }) => ({ journalId }), ...class5Aor5B },
  lesson: { ask: ({ journalId, lessonId }) => ({ journalId, id: lessonId }), ...class5Aor5B },
  journalPage: { ask: ({ journalId }) => ({ journalId }), class5A: READS_5A, class5B: READS_5B, foreignSchool: NOBODY }, // 2.1, 3.4.2
  journalTermMarks: { ask: ({ journalId }) => ({ journalId }), class5A: READS_5A, class5B: READS_5B, foreignSchool: NOBODY }, // 2.1, 3.2.7
  termMarkExplained: {
    ask: ({ journalId, pupilId, thisTermId }) => ({ journalId, pupilId, termId: thisTermId }),
    class5A: [...READS_5A, ...FAMILY_5A], // 2.1, 2.2
    class5B: [...READS_5B, ...FAMILY_5B],
    foreignSchool: NOBODY,
  },
  lessonHistory: {
    ask: ({ journalId, lessonId }) => ({ journalId, lessonId }),
    class5A: READS_5A,
    class5B: READS_5B,
    foreignSchool: NOBODY,
  }, // 2.1
  journalChanges: {
    ask: ({ journalId }) => ({ journalId, from: "2026-11-01T00:00:00Z", to: "2026-11-22T00:00:00Z" }),
    class5A: READS_5A,
    class5B: READS_5B,
    foreignSchool: NOBODY,
  }, // 2.1, 3.4.2
  classPage: {
    ask: ({ classId }) => ({ classId, date: "2026-11-20" }),
    class5A: [...OFFICE, "classTeacher"], // 2.6, 3.3.2
    class5B: OFFICE,
    foreignSchool: NOBODY,
  },
  classAnalysis: {
    ask: ({ classId }) => ({ classId, wholeYear: false }),
    class5A: [...OFFICE, "classTeacher"], // 2.6, 3.3.2
    class5B: OFFICE,
    foreignSchool: NOBODY,
  },
  analyses: { ...unasked(OFFICE), ask: () => ({ wholeYear: false }) }, // 2.6
  classForecast: {
    ask: ({ classId }) => ({ classId }),
    class5A: [...OFFICE, "classTeacher"], // 2.1, 3.3.4
    class5B: OFFICE,
    foreignSchool: NOBODY,
  },
  schoolOverview: unasked(STRUCTURE), // 2.6
  termLockBoard: unasked(OFFICE), // 3.4.4
  boardJournals: {
    ask: ({ classId, termId }) => ({ classId, termId }),
    class5A: OFFICE, // 3.4.9
    class5B: OFFICE,
    foreignSchool: NOBODY,
  },
  termLocks: { ask: ({ termId }) => ({ termId }), class5A: OFFICE, class5B: null, foreignSchool: NOBODY }, // 3.4.4
  termOpenings: { ask: ({ termId }) => ({ termId, inForce: true }), class5A: OFFICE, class5B: null, foreignSchool: NOBODY }, // 3.4.4
  closingPreview: {
    ask: ({ termId, journalId }) => ({ places: [{ termId, journalId }] }),
    class5A: OFFICE, // 3.4.4
    class5B: OFFICE,
    foreignSchool: NOBODY,
  },
  lateEntries: { ask: ({ termId }) => ({ termId }), class5A: OFFICE, class5B: null, foreignSchool: NOBODY }, // 3.4.4
  openingRequests: { ...unasked(OFFICE), ask: () => ({ waiting: true }) }, // 3.4.9
  journalTermLock: {
    ask: ({ journalId, termId }) => ({ journalId, termId }),
    class5A: READS_5A, // 2.1
    class5B: READS_5B,
    foreignSchool: NOBODY,
  },
  myOpeningRequests: {
    ask: ({ journalId }) => ({ journalId }),
    class5A: ["teacher"], // 3.2
    class5B: ["otherTeacher"],
    foreignSchool: NOBODY,
  },
  controlWork: {
    ask: ({ journalId, assessmentId }) => ({ journalId, assessmentId }),
    class5A: READS_5A,
    class5B: READS_5B,
    foreignSchool: NOBODY,
  }, // 2.1, 3.2.4
  controlWorks: {
    ask: ({ journalId }) => ({ journalId, onlyIncomplete: false }),
    class5A: READS_5A,
    class5B: READS_5B,
    foreignSchool: NOBODY,
  }, // 3.2.4
  controlBoard: unasked(OFFICE), // 3.4.4
  notices: unasked(FAMILY_5A), // 1.4.6, 2.2
  newsCounts: unasked(SIGNED_IN),
  noticeSettings: unasked(SIGNED_IN),
  newsHealth: unasked(STRUCTURE),
  deadLetters: unasked(["admin"]), // 3.5.1
  announcements: unasked(["teacher", "mother", "otherMother", "pupil"]), // 1.4.8
  sentAnnouncements: unasked([...OFFICE, "classTeacher"]),
  announcement: {
    ask: ({ announcementId }) => ({ id: announcementId }),
    class5A: [...OFFICE, "teacher", "classTeacher", "mother", "pupil"], // 1.4.8
    class5B: [...OFFICE, "otherMother"],
    foreignSchool: NOBODY,
  },
  announcementReaders: {
    ask: ({ announcementId }) => ({ announcementId }),
    class5A: [...OFFICE, "classTeacher"], // 1.4.8
    class5B: OFFICE,
    foreignSchool: NOBODY,
  },
  audienceChoices: unasked([...STRUCTURE, "classTeacher"]), // 3.3.3
  addressBook: unasked(WRITERS), // 1.4.8
  guardiansOfPupils: {
    ask: ({ journalId, pupilId }) => ({ journalId, pupilIds: [pupilId] }),
    class5A: READS_5A,
    class5B: READS_5B,
    foreignSchool: NOBODY,
  }, // 2.6
  conversations: { ...unasked(IN_THREADS), ask: () => ({ folder: "INBOX" }) }, // 1.4.8, 2.2
  conversation: { ask: ({ conversationId }) => ({ id: conversationId }), ...inThread },
  messages: { ask: ({ conversationId }) => ({ conversationId }), ...inThread },
  messageVersions: { ask: ({ messageId }) => ({ messageId }), ...inThread },
  messageSearch: { ...unasked(IN_THREADS), ask: () => ({ text: "переписка" }) },
  messageReports: { ...unasked(OFFICE), ask: () => ({ open: true }) }, // 3.4.4
  messageSettings: unasked(STRUCTURE),
  assessmentRules: unasked(SIGNED_IN),
  markQuestion: { ask: ({ questionId }) => ({ id: questionId }), ...ofQuestion }, // 2.1, 2.2, 3.3.4
  markQuestionsToAnswer: { ...unasked(["teacher", "otherTeacher"]), ask: () => ({ closed: false }) },
  markQuestionsOfPupil: { ask: ({ pupilId }) => ({ pupilId }), class5A: ["mother"], class5B: ["otherMother"], foreignSchool: NOBODY }, // 2.2
  overdueMarkQuestions: unasked([...OFFICE, "classTeacher"]), // 2.6
  diaryWeek: { ask: ({ pupilId }) => ({ pupilId, week: "2026-11-20" }), class5A: FAMILY_5A, class5B: FAMILY_5B, foreignSchool: NOBODY }, // 2.2
  pupilTerm: { ask: ({ pupilId }) => ({ pupilId }), class5A: FAMILY_5A, class5B: FAMILY_5B, foreignSchool: NOBODY }, // 2.2
  pupilForecast: { ask: ({ pupilId }) => ({ pupilId }), class5A: FAMILY_5A, class5B: FAMILY_5B, foreignSchool: NOBODY }, // 2.2, 3.3.4
  forecast: {
    ask: ({ forecastId }) => ({ id: forecastId }),
    class5A: [...OFFICE, "classTeacher", ...FAMILY_5A], // 2.2, 3.3.4
    class5B: [...OFFICE, ...FAMILY_5B],
    foreignSchool: NOBODY,
  },
  forecastReceipts: {
    ask: ({ classId, forecastTermId }) => ({ classId, termId: forecastTermId }),
    class5A: [...OFFICE, "classTeacher"], // 2.1, 3.3.4
    class5B: OFFICE,
    foreignSchool: NOBODY,
  },
};

export const SUBSCRIPTION_ROWS: Readonly<Record<string, QueryRow>> = {
  diaryChanged: { ask: ({ pupilId }) => ({ pupilId }), class5A: FAMILY_5A, class5B: FAMILY_5B, foreignSchool: NOBODY }, // 2.2
  newsChanged: unasked(SIGNED_IN), // one's own counts
};

/** What is written down somewhere, and everybody who may ever come upon it, by whatever question. */
export const SECRETS: Readonly<Record<string, readonly Role[]>> = {
  "ОТМЕТКА-МИШИ": [...READS_5A, ...FAMILY_5A],
  "ОТМЕТКА-АНИ": READS_5A,
  "ОТМЕТКА-БОРИ": [...READS_5B, ...FAMILY_5B],
  "ПРИЧИНА-МИШИ": [...READS_5A, ...FAMILY_5A],
  "ПРИЧИНА-АНИ": READS_5A,
  "ПРИЧИНА-БОРИ": [...READS_5B, ...FAMILY_5B],
  "ПЕРЕСДАЧА-МИШИ": [...READS_5A, ...FAMILY_5A], // 3.2.4
  "ПЕРЕСДАЧА-БОРИ": [...READS_5B, ...FAMILY_5B],
  "ЗАДАНИЕ-5А": [...READS_5A, ...FAMILY_5A],
  "ЗАДАНИЕ-5Б": [...READS_5B, ...FAMILY_5B],
  "ПРОШЛОЕ-МИШИ": [...READS_5A],
  "ПРОШЛОЕ-БОРИ": [...READS_5B],
  "ТЕЛЕФОН-МАМЫ-МИШИ": [...STRUCTURE, "classTeacher"],
  "ТЕЛЕФОН-МАМЫ-БОРИ": STRUCTURE,
  Ёлкина: [...STRUCTURE, "teacher", "classTeacher"],
  Борисов: [...STRUCTURE, "otherTeacher", "otherMother", "otherPupil"],
  "ПОЗДНО-МИШИ": READS_5A,
  "ПОЗДНО-БОРИ": READS_5B,
  "РАЗРЕШЕНИЕ-МИШИ": OFFICE, // 3.4.9
  "РАЗРЕШЕНИЕ-БОРИ": OFFICE,
  "ПРОСЬБА-МИШИ": [...OFFICE, "teacher"],
  "ПРОСЬБА-БОРИ": [...OFFICE, "otherTeacher"],
  "ПЕРЕПИСКА-МИШИ": inThread.class5A,
  "ПЕРЕПИСКА-БОРИ": inThread.class5B,
  "ЖАЛОБА-МИШИ": [...inThread.class5A, ...OFFICE],
  "ВОПРОС-МИШИ": ofQuestion.class5A,
  "ВОПРОС-БОРИ": ofQuestion.class5B,
  "УВЕДОМЛЕНИЕ-МИШИ": FAMILY_5A,
  "ПИСЬМО-НЕ-ДОШЛО": ["admin"],
  "ПРОГНОЗ-МИШИ": [...OFFICE, "classTeacher", ...FAMILY_5A], // 3.3.4
  "ПРОГНОЗ-БОРИ": [...OFFICE, ...FAMILY_5B],
  "ОБЪЯВЛЕНИЕ-5А": [...OFFICE, "teacher", "classTeacher", "mother", "pupil"], // 1.4.8
  "ОБЪЯВЛЕНИЕ-5Б": [...OFFICE, "otherMother"],
  "ЧУЖАЯ-ШКОЛА": NOBODY,
};

import { FAMILY_5A, FAMILY_5B, NOBODY, OFFICE, READS_5A, READS_5B, ROLES, SIGNED_IN, STAFF, STRUCTURE, type Role, WRITERS } from "./roles";

/** Everybody who may ever see something of a type; `fields` names those that fewer may see, or only some have. */
export interface TypeRow {
  roles: readonly Role[];
  fields?: Readonly<Record<string, readonly Role[]>>;
}

/** Who opens some journal [2.1]. */
const READERS = [...new Set([...READS_5A, ...READS_5B])];
/** Who reads some diary [2.2]. */
const FAMILIES = [...FAMILY_5A, ...FAMILY_5B];
/** Who sees some class and its pupils: readers of a journal, and the administrator without marks [3.5.1]. */
const SEES_CLASSES = [...READERS, "admin"] as const;
const LEADS_5A = [...OFFICE, "classTeacher"] as const;

/** Who received an announcement or may look into it; who published one or sees the whole school [1.4.8]. */
const SENDERS = [...OFFICE, "classTeacher"] as const;
const TOLD = [...SENDERS, "teacher", "mother", "pupil", "otherMother"] as const;

const office: TypeRow = { roles: OFFICE };
/** Who asked to open a closed term, and who answers [3.4.9]. */
const asks: TypeRow = { roles: [...OFFICE, "teacher", "otherTeacher"] };
const readers: TypeRow = { roles: READERS };
const families: TypeRow = { roles: FAMILIES };
/** A page may be empty: one without classes and journals of the own sees that there is none. */
const page: TypeRow = { roles: STAFF, fields: { edges: SEES_CLASSES, nodes: SEES_CLASSES } };
/** Answers of commands and live updates: nobody gets so far here, and what they hold is told by the clauses' own tests. */
const afterCommand: TypeRow = { roles: NOBODY };

/** Who writes to somebody in the world of the matrix [1.4.8]. */
const IN_THREADS: readonly Role[] = ["mother", "teacher", "otherMother", "otherTeacher"];
const inThreads: TypeRow = { roles: IN_THREADS };

/** Who has a part in a question about a mark, or reads one [2.1, 2.2]. */
const SEES_QUESTIONS: readonly Role[] = [...READERS, "mother", "otherMother"];

export const TYPE_ROWS: Readonly<Record<string, TypeRow>> = {
  Viewer: { roles: SIGNED_IN, fields: { diaries: FAMILIES, leads: ["classTeacher"] } },
  HeldRole: { roles: ROLES.filter((role) => !["formerDeputy", "formerGuardian", "leftPupil", "anonymous"].includes(role)) },
  SchoolCard: { roles: SIGNED_IN },
  DiaryCard: families,
  ClassCard: { roles: ["classTeacher"] },

  School: { roles: SIGNED_IN },
  AcademicYear: { roles: STAFF },
  Term: { roles: STAFF },
  Subject: { roles: STAFF },
  PageInfo: { roles: SIGNED_IN },
  SchoolClass: {
    roles: [...SEES_CLASSES, ...FAMILIES],
    // A family comes from its child's card and learns the label [2.2].
    fields: {
      academicYear: SEES_CLASSES,
      classTeacher: [...STRUCTURE, "teacher", "classTeacher"],
      pupils: SEES_CLASSES,
      journals: SEES_CLASSES,
    },
  },
  PupilConnection: page,
  PupilEdge: { roles: SEES_CLASSES },
  Pupil: { roles: [...SEES_CLASSES, ...FAMILIES], fields: { guardians: [...STRUCTURE, "classTeacher"] } },
  Guardian: { roles: [...STRUCTURE, "classTeacher"] }, // 2.6
  StaffConnection: { roles: [...STAFF, "specialist"] },
  StaffEdge: { roles: [...STAFF, "specialist"] },
  Staff: { roles: [...STAFF, "specialist"], fields: { roles: STRUCTURE } },
  JournalConnection: page,
  JournalEdge: { roles: SEES_CLASSES },
  Journal: { roles: SEES_CLASSES, fields: { termMarks: READERS } }, // 3.5.1
  LessonConnection: page,
  LessonEdge: { roles: SEES_CLASSES },
  Lesson: { roles: SEES_CLASSES, fields: { attendance: READERS, homework: READERS, assessments: READERS, marks: READERS } }, // 3.5.1
  Attendance: readers,
  Homework: readers,
  Assessment: readers,
  Mark: readers,
  TermMark: readers,
  /** A family sees its own in `termMarkExplained`, which is asked here for a term that has none yet. */
  GivenTermMark: readers,
  JournalTermMarks: readers,
  TotalColumn: readers,
  TotalsPupil: readers,
  TotalMark: readers,
  TotalSuggestion: readers,
  TermMarkExplanation: { roles: [...READERS, ...FAMILIES] },
  ExplainedMark: { roles: [...READERS, ...FAMILIES] },
  TermSuggestion: { roles: [...READERS, ...FAMILIES] },

  JournalPage: readers,
  TermCard: { roles: [...READERS, ...FAMILIES] },
  PagePupil: readers,
  PageLesson: readers,
  PageAssessment: readers,
  PageMark: readers,
  PageAttendance: readers,
  PageTopic: readers,
  HistoryConnection: readers,
  HistoryEdge: readers,
  HistoryEntry: readers,
  HistoryChange: readers,
  JournalChangeConnection: readers,
  JournalChangeEdge: readers,
  JournalChange: readers,
  ChangeStep: readers,

  MyDay: { roles: STAFF },
  DayLesson: { roles: ["teacher", "classTeacher"] },
  DiaryWeek: families,
  DiaryDay: families,
  DiaryResit: families,
  DiaryLesson: families,
  DiaryHomework: families,
  DiaryMark: families,
  CountedPoints: families,
  DiaryDebt: families,
  DiaryAttendance: families,
  PupilTerm: families,
  PupilSubject: families,
  TermMarkCell: families,
  PastTermMark: families,
  PupilForecast: families,
  SubjectForecast: { roles: [...FAMILIES, ...LEADS_5A] },
  ForecastGrade: { roles: [...FAMILIES, ...LEADS_5A] },
  ForecastPath: { roles: [...FAMILIES, ...LEADS_5A] },
  SentForecast: { roles: [...FAMILIES, ...LEADS_5A] }, // 2.2, 3.3.4
  ClassForecast: { roles: LEADS_5A },
  WatchedPupil: { roles: LEADS_5A },
  WatchedSubject: { roles: LEADS_5A },
  ForecastReceipt: { roles: LEADS_5A },
  ForecastRecipient: { roles: LEADS_5A },
  SendForecastsPayload: afterCommand,
  ReadForecastPayload: afterCommand,

  ClassPage: { roles: LEADS_5A }, // 2.6, 3.3.2
  ClassLesson: { roles: LEADS_5A },
  ClassAbsence: { roles: LEADS_5A },
  ClassSubject: { roles: LEADS_5A },
  ClassPupil: { roles: LEADS_5A },
  ClassPupilSubject: { roles: LEADS_5A },
  ClassAnalysis: { roles: LEADS_5A, fields: { document: ["classTeacher"] } }, // 3.3.2; the document here is a draft
  AnalysisDocument: { roles: ["classTeacher"] },
  AnalysisFigures: { roles: LEADS_5A },
  AnalysisPeriod: { roles: LEADS_5A },
  AnalysisComparison: { roles: LEADS_5A },
  AnalysisQuality: { roles: LEADS_5A },
  AnalysisCategory: { roles: LEADS_5A },
  AnalysisSubject: { roles: LEADS_5A },
  AnalysisPupil: { roles: LEADS_5A },
  AnalysisMark: { roles: LEADS_5A },
  AnalysisAbsences: { roles: LEADS_5A },
  AnalysisPayload: afterCommand,
  AnalysisCardConnection: { roles: OFFICE },
  AnalysisCardEdge: { roles: OFFICE },
  AnalysisCard: { roles: OFFICE },
  SchoolOverview: { roles: STRUCTURE },
  UnrecordedByTeacher: { roles: STRUCTURE },

  TermLockBoard: office, // 3.4.4
  BoardTerm: office,
  BoardClass: office,
  BoardCell: office,
  BoardJournal: office,
  TermLockConnection: office,
  TermLockEdge: office,
  TermLock: office,
  TermOpeningConnection: office,
  TermOpeningEdge: office,
  TermOpening: office,
  ClosingPreview: office,
  UnfinishedJournal: office,
  LateEntryConnection: office,
  LateEntryEdge: office,
  LateEntry: office,
  JournalTermLock: readers,
  LatePlace: readers,
  LateCell: readers,
  TermPlace: asks,
  OpeningRequest: asks,
  OpeningRequestEdge: asks,
  OpeningRequestConnection: { roles: STAFF, fields: { edges: asks.roles, nodes: asks.roles } },
  ControlWork: readers, // 3.2.4
  WorkFigures: readers,
  WorkPupil: readers,
  ControlWorkConnection: readers,
  ControlWorkEdge: readers,
  ControlWorkCard: readers,
  ControlBoard: { roles: OFFICE }, // 3.4.4
  JournalWorksConnection: { roles: OFFICE },
  JournalWorksEdge: { roles: OFFICE },
  JournalWorks: { roles: OFFICE },
  WorkCounts: { roles: OFFICE },
  BoardWork: { roles: OFFICE },

  ContactConnection: { roles: SIGNED_IN, fields: { edges: WRITERS, nodes: WRITERS } },
  ContactEdge: { roles: WRITERS },
  Contact: { roles: WRITERS },
  ConversationConnection: { roles: SIGNED_IN, fields: { edges: IN_THREADS, nodes: IN_THREADS } },
  ConversationEdge: inThreads,
  Conversation: inThreads,
  ConversationMember: inThreads,
  ConversationPupil: inThreads,
  MessageConnection: inThreads,
  MessageEdge: inThreads,
  Message: { roles: [...IN_THREADS, ...OFFICE] },
  MessageLesson: { roles: NOBODY },
  QuotedMessage: { roles: NOBODY },
  FoundMessageConnection: { roles: SIGNED_IN, fields: { edges: IN_THREADS, nodes: IN_THREADS } },
  FoundMessageEdge: inThreads,
  FoundMessage: inThreads,
  MessageVersion: inThreads,
  MessageReportConnection: { roles: OFFICE },
  MessageReportEdge: { roles: OFFICE },
  MessageReport: { roles: OFFICE },
  MessageSettings: { roles: STRUCTURE },
  MarkQuestionConnection: {
    roles: [...STAFF, "mother", "otherMother"],
    fields: { edges: SEES_QUESTIONS, nodes: SEES_QUESTIONS },
  },
  MarkQuestionEdge: { roles: SEES_QUESTIONS },
  MarkQuestion: { roles: SEES_QUESTIONS },
  MarkQuestionThread: { roles: SEES_QUESTIONS },
  MarkQuestionText: { roles: SEES_QUESTIONS },
  MarkQuestionChange: { roles: NOBODY },

  AssessmentRulesCard: { roles: SIGNED_IN },
  AssessmentRules: { roles: SIGNED_IN },
  Bands: { roles: SIGNED_IN },
  LeastMarks: { roles: SIGNED_IN },
  IllnessRule: { roles: SIGNED_IN },
  WorkRule: { roles: SIGNED_IN },
  SubjectRules: { roles: SIGNED_IN },

  NoticeConnection: { roles: SIGNED_IN, fields: { edges: FAMILY_5A, nodes: FAMILY_5A } },
  NoticeEdge: { roles: FAMILY_5A }, // 2.2
  Notice: { roles: FAMILY_5A },
  NewsCounts: { roles: SIGNED_IN },
  NoticeSettings: { roles: SIGNED_IN },
  NoticeChoice: { roles: SIGNED_IN },
  NewsHealth: { roles: STRUCTURE },
  NewsLateness: { roles: STRUCTURE },
  DeadLetterConnection: { roles: ["admin"] },
  DeadLetterEdge: { roles: ["admin"] },
  DeadLetter: { roles: ["admin"] }, // 3.5.1

  AnnouncementConnection: { roles: SIGNED_IN, fields: { edges: TOLD, nodes: TOLD } },
  AnnouncementEdge: { roles: TOLD },
  Announcement: {
    roles: TOLD,
    fields: {
      recipientCount: SENDERS,
      readCount: SENDERS,
      acknowledgedCount: SENDERS,
      readAt: ["mother"],
      acknowledgedAt: ["mother"],
    },
  },
  Audience: { roles: TOLD },
  AudienceChoice: { roles: [...STRUCTURE, "classTeacher"] },
  AnnouncementReaderConnection: { roles: SENDERS },
  AnnouncementReaderEdge: { roles: SENDERS },
  AnnouncementReader: { roles: SENDERS },

  StartConversationPayload: afterCommand,
  SendMessagePayload: afterCommand,
  MessagePayload: afterCommand,
  ConversationPayload: afterCommand,
  MessageReportPayload: afterCommand,
  MessageSettingsPayload: afterCommand,
  AssessmentRulesPayload: afterCommand,
  MarkQuestionPayload: afterCommand,
  SignInPayload: afterCommand,
  PublishAnnouncementPayload: afterCommand,
  EditAnnouncementPayload: afterCommand,
  WithdrawAnnouncementPayload: afterCommand,
  ReadAnnouncementsPayload: afterCommand,
  AcknowledgeAnnouncementPayload: afterCommand,
  ReadNoticesPayload: afterCommand,
  SetNoticeSettingsPayload: afterCommand,
  RetryDeadLettersPayload: afterCommand,
  SetMarksPayload: afterCommand,
  SetTermMarksPayload: afterCommand,
  TermMarkCellResult: afterCommand,
  ClearMarkPayload: afterCommand,
  MarkCellResult: afterCommand,
  PlanResitsPayload: afterCommand,
  ResitResult: afterCommand,
  Resit: readers,
  SetAttendancePayload: afterCommand,
  AttendanceCellResult: afterCommand,
  RecordLessonPayload: afterCommand,
  SetHomeworkPayload: afterCommand,
  CloseTermPayload: afterCommand,
  LiftTermLockPayload: afterCommand,
  OpenTermPayload: afterCommand,
  EndOpeningPayload: afterCommand,
  OpeningRequestPayload: afterCommand,
  DiaryChange: afterCommand,
};

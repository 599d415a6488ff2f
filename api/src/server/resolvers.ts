import type { NonEmptyArray } from "type-graphql";
import { AccessResolver } from "../modules/access/access.resolver";
import { StaffRolesResolver } from "../modules/access/staff-roles.resolver";
import { AnalysisResolver } from "../modules/analysis/analysis.resolver";
import { AnnouncementReadersResolver } from "../modules/announcements/announcement-readers.resolver";
import { AnnouncementsResolver } from "../modules/announcements/announcements.resolver";
import { AssessmentRulesResolver } from "../modules/assessment-rules/assessment-rules.resolver";
import { AttendanceResolver } from "../modules/attendance/attendance.resolver";
import { AbsentPupilResolver, LessonAttendanceResolver } from "../modules/attendance/lesson-attendance.resolver";
import { CalendarResolver } from "../modules/calendar/calendar.resolver";
import { EnrolledPupilsResolver } from "../modules/classes/enrolled-pupils.resolver";
import { PupilClassResolver } from "../modules/classes/pupil-class.resolver";
import { SchoolClassResolver } from "../modules/classes/school-class.resolver";
import { ControlBoardResolver } from "../modules/control/control-board.resolver";
import { ControlWorksResolver } from "../modules/control/control-works.resolver";
import { DiaryChangeResolver } from "../modules/diary/diary-change.resolver";
import { DiaryResolver } from "../modules/diary/diary.resolver";
import { JournalChangesResolver } from "../modules/history/journal-changes.resolver";
import { ForecastsResolver } from "../modules/forecasts/forecasts.resolver";
import { HomeworkResolver } from "../modules/homework/homework.resolver";
import { LessonHomeworkResolver } from "../modules/homework/lesson-homework.resolver";
import { JournalPageResolver } from "../modules/journal-page/journal-page.resolver";
import { ClassJournalsResolver } from "../modules/journals/class-journals.resolver";
import { JournalListResolver } from "../modules/journals/journal-list.resolver";
import { JournalResolver } from "../modules/journals/journal.resolver";
import { SubjectResolver } from "../modules/journals/subject.resolver";
import { JournalLessonsResolver } from "../modules/lessons/journal-lessons.resolver";
import { LessonGraphResolver } from "../modules/lessons/lesson-graph.resolver";
import { LessonHistoryResolver } from "../modules/lessons/lesson-history.resolver";
import { MyDayResolver } from "../modules/lessons/my-day.resolver";
import { RecordLessonResolver } from "../modules/lessons/record-lesson.resolver";
import { LessonMarksResolver, MarkedPupilResolver } from "../modules/marks/lesson-marks.resolver";
import { MarkResolver } from "../modules/marks/mark.resolver";
import { NewsHealthResolver } from "../modules/notices/news-health.resolver";
import { NoticesResolver } from "../modules/notices/notices.resolver";
import { AddressBookResolver } from "../modules/messages/address-book.resolver";
import { ConversationResolver, ConversationsResolver } from "../modules/messages/conversation.resolver";
import { MessageReportResolver } from "../modules/messages/message-report.resolver";
import { MessageSearchResolver, MessagesResolver } from "../modules/messages/message.resolver";
import { ResitResolver } from "../modules/marks/resit.resolver";
import { PupilResolver } from "../modules/people/pupil.resolver";
import { StaffResolver } from "../modules/people/staff.resolver";
import { QuestionsResolver } from "../modules/questions/questions.resolver";
import { ReportsResolver } from "../modules/reports/reports.resolver";
import { OpeningRequestsResolver } from "../modules/term-locks/opening-requests.resolver";
import { TermLocksResolver } from "../modules/term-locks/term-locks.resolver";
import { JournalTermMarksResolver, TermMarkResolver } from "../modules/term-marks/journal-term-marks.resolver";
import { TermMarksResolver } from "../modules/term-marks/term-marks.resolver";
import { MarkCellAverageResolver } from "../modules/term-marks/mark-cell-average.resolver";

/** Every resolver of the contract, in the order of the modules. */
export const resolvers: NonEmptyArray<new () => object> = [
  CalendarResolver,
  PupilResolver,
  StaffResolver,
  SchoolClassResolver,
  EnrolledPupilsResolver,
  PupilClassResolver,
  SubjectResolver,
  JournalResolver,
  ClassJournalsResolver,
  AccessResolver,
  StaffRolesResolver,
  AssessmentRulesResolver,
  LessonGraphResolver,
  JournalLessonsResolver,
  LessonAttendanceResolver,
  AbsentPupilResolver,
  LessonHomeworkResolver,
  LessonMarksResolver,
  MarkedPupilResolver,
  RecordLessonResolver,
  LessonHistoryResolver,
  AttendanceResolver,
  HomeworkResolver,
  MarkResolver,
  ResitResolver,
  MarkCellAverageResolver,
  JournalTermMarksResolver,
  TermMarkResolver,
  TermLocksResolver,
  OpeningRequestsResolver,
  TermMarksResolver,
  ForecastsResolver,
  AnnouncementsResolver,
  AnnouncementReadersResolver,
  NoticesResolver,
  NewsHealthResolver,
  AddressBookResolver,
  ConversationsResolver,
  ConversationResolver,
  MessagesResolver,
  MessageSearchResolver,
  MessageReportResolver,
  JournalChangesResolver,
  QuestionsResolver,
  JournalPageResolver,
  MyDayResolver,
  JournalListResolver,
  DiaryChangeResolver,
  DiaryResolver,
  ReportsResolver,
  AnalysisResolver,
  ControlWorksResolver,
  ControlBoardResolver,
];

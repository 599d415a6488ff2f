import { holds, mayReadJournal, Role, seesWholeStructure } from "../../kernel/viewer";
import { edgeRule, isSignedIn, isStaff, type ModuleRules, seesStructure, staffMember, viewerRule } from "./access.rules";
import type { Journal } from "../journals/journal.entity";

/** Names of colleagues are no secret from staff of any kind, the specialist included. */
const worksHere = viewerRule("worksHere", (viewer) => staffMember(viewer) || holds(viewer, Role.SPECIALIST));

/** A family reads the card of its own child [2.2]; staff read the pupils whom the statement finds in their scope [2.1]. */
const readsPupil = viewerRule<{ id: string }>("readsPupil", (viewer, { id }) => viewer.diaries.has(id) || staffMember(viewer));

/** The office calls every family, a class teacher those of the own class; whose they are is in the statement [2.6]. */
const callsGuardians = viewerRule("callsGuardians", (viewer) => seesWholeStructure(viewer) || viewer.leads.size > 0);

/** The journal's teachers, its class teacher, the deputy and the director [2.1, 3.4.2]. */
const readsThisJournal = edgeRule<Journal>("readsThisJournal", (viewer, journal) => mayReadJournal(viewer, journal.id));

/**
 * Rules of the modules that come before access: calendar, people, classes, journals. They refuse by role; whose classes, pupils and
 * journals an answer holds is in the statements (`kernel/viewer-scope`). An edge has a rule of its own where its start may be reached by
 * somebody who may not go on.
 */
export const structureRules: ModuleRules = {
  Query: {
    school: isSignedIn,
    academicYears: isStaff,
    subjects: isStaff,
    classes: isStaff, // 2.1
    schoolClass: isStaff, // 2.1
    pupils: isStaff, // 2.1, 2.2
    pupil: readsPupil, // 2.2
    staff: worksHere,
    journal: isStaff, // 2.1
    journals: isStaff, // 2.1
  },
  types: {
    PageInfo: {
      reachedFrom: [
        "PupilConnection.pageInfo",
        "StaffConnection.pageInfo",
        "ContactConnection.pageInfo",
        "ConversationConnection.pageInfo",
        "MessageConnection.pageInfo",
        "FoundMessageConnection.pageInfo",
        "MessageReportConnection.pageInfo",
        "JournalConnection.pageInfo",
        "LessonConnection.pageInfo",
        "HistoryConnection.pageInfo",
        "AnalysisCardConnection.pageInfo",
        "TermLockConnection.pageInfo",
        "TermOpeningConnection.pageInfo",
        "OpeningRequestConnection.pageInfo",
        "LateEntryConnection.pageInfo",
        "JournalChangeConnection.pageInfo",
        "NoticeConnection.pageInfo",
        "DeadLetterConnection.pageInfo",
        "AnnouncementConnection.pageInfo",
        "AnnouncementReaderConnection.pageInfo",
        "ControlWorkConnection.pageInfo",
        "JournalWorksConnection.pageInfo",
        "MarkQuestionConnection.pageInfo",
      ],
    },
    School: { reachedFrom: ["Query.school"] },
    AcademicYear: { reachedFrom: ["Query.academicYears", "SchoolClass.academicYear", "Journal.academicYear"] },
    Term: { reachedFrom: ["AcademicYear.terms", "TermMark.term"] },
    Subject: { reachedFrom: ["Query.subjects", "Journal.subject"] },
    PupilConnection: { reachedFrom: ["Query.pupils"] },
    PupilEdge: { reachedFrom: ["PupilConnection.edges"] },
    Pupil: {
      reachedFrom: [
        "Query.pupil",
        "PupilConnection.nodes",
        "PupilEdge.node",
        "SchoolClass.pupils",
        "Mark.pupil",
        "Attendance.pupil",
        "TermMark.pupil",
      ],
      edges: { guardians: callsGuardians },
    },
    Guardian: { reachedFrom: ["Pupil.guardians"] },
    StaffConnection: { reachedFrom: ["Query.staff"] },
    StaffEdge: { reachedFrom: ["StaffConnection.edges"] },
    Staff: {
      reachedFrom: ["StaffConnection.nodes", "StaffEdge.node", "SchoolClass.classTeacher", "Journal.teachers", "Lesson.teacher"],
      edges: { roles: seesStructure },
    },
    SchoolClass: {
      reachedFrom: ["Query.classes", "Query.schoolClass", "Pupil.schoolClass", "Journal.schoolClass"],
      // A family comes here from its child's card, and goes no further than the label [2.2].
      edges: { academicYear: isStaff, classTeacher: isStaff, pupils: isStaff, journals: isStaff },
    },
    JournalConnection: { reachedFrom: ["Query.journals"] },
    JournalEdge: { reachedFrom: ["JournalConnection.edges"] },
    Journal: {
      reachedFrom: ["Query.journal", "JournalConnection.nodes", "JournalEdge.node", "SchoolClass.journals", "Lesson.journal"],
      // Marks are not structure: the administrator goes no further [3.5.1].
      edges: { termMarks: readsThisJournal },
    },
  },
};

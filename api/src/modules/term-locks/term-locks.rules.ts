import { holds, Role } from "../../kernel/viewer";
import { isStaff, readsJournal, seesSchool, teachesJournal, viewerRule, type ModuleRules } from "../access/access.rules";

/** After the lock only the deputy opens a term again, and closes it [3.4.9]. */
const isDeputy = viewerRule("isDeputy", (viewer) => holds(viewer, Role.DEPUTY));

export const termLocksRules: ModuleRules = {
  Query: {
    termLockBoard: seesSchool, // 3.4.4
    boardJournals: seesSchool, // 3.4.9
    termLocks: seesSchool,
    termOpenings: seesSchool,
    openingRequests: seesSchool,
    closingPreview: seesSchool,
    lateEntries: seesSchool, // 3.4.4
    journalTermLock: readsJournal, // 2.1
    myOpeningRequests: isStaff, // 3.2; whose: the statement
  },
  Mutation: {
    closeTerm: isDeputy, // 3.4.9
    liftTermLock: isDeputy,
    openTerm: isDeputy,
    endOpening: isDeputy,
    answerOpening: isDeputy,
    requestOpening: teachesJournal, // 3.2
    withdrawRequest: isStaff, // whose: the command
  },
  types: {
    TermLockBoard: { reachedFrom: ["Query.termLockBoard"] },
    BoardTerm: { reachedFrom: ["Query.termLockBoard"] },
    BoardClass: { reachedFrom: ["Query.termLockBoard"] },
    BoardJournal: { reachedFrom: ["Query.boardJournals"] },
    BoardCell: { reachedFrom: ["Query.termLockBoard"] },
    TermPlace: { reachedFrom: ["TermLock.place", "TermOpening.place", "OpeningRequest.place"] },
    TermLock: {
      reachedFrom: [
        "TermLockConnection.nodes",
        "TermLockEdge.node",
        "BoardTerm.lock",
        "BoardCell.lock",
        "BoardJournal.lock",
        "CloseTermPayload.locks",
        "LiftTermLockPayload.lock",
      ],
    },
    TermLockConnection: { reachedFrom: ["Query.termLocks"] },
    TermLockEdge: { reachedFrom: ["TermLockConnection.edges"] },
    TermOpening: {
      reachedFrom: ["TermOpeningConnection.nodes", "TermOpeningEdge.node", "OpenTermPayload.openings", "EndOpeningPayload.opening"],
    },
    TermOpeningConnection: { reachedFrom: ["Query.termOpenings"] },
    TermOpeningEdge: { reachedFrom: ["TermOpeningConnection.edges"] },
    OpeningRequest: {
      reachedFrom: [
        "OpeningRequestConnection.nodes",
        "OpeningRequestEdge.node",
        "OpeningRequestPayload.request",
        "JournalTermLock.request",
      ],
    },
    JournalTermLock: { reachedFrom: ["Query.journalTermLock"] },
    LateCell: { reachedFrom: ["Query.journalTermLock"] },
    LatePlace: { reachedFrom: ["Query.journalTermLock"] },
    OpeningRequestConnection: { reachedFrom: ["Query.openingRequests", "Query.myOpeningRequests"] },
    OpeningRequestEdge: { reachedFrom: ["OpeningRequestConnection.edges"] },
    ClosingPreview: { reachedFrom: ["Query.closingPreview"] },
    UnfinishedJournal: { reachedFrom: ["Query.closingPreview"] },
    LateEntry: { reachedFrom: ["LateEntryConnection.nodes", "LateEntryEdge.node"] },
    LateEntryConnection: { reachedFrom: ["Query.lateEntries"] },
    LateEntryEdge: { reachedFrom: ["LateEntryConnection.edges"] },
    CloseTermPayload: { reachedFrom: ["Mutation.closeTerm"] },
    LiftTermLockPayload: { reachedFrom: ["Mutation.liftTermLock"] },
    OpenTermPayload: { reachedFrom: ["Mutation.openTerm"] },
    EndOpeningPayload: { reachedFrom: ["Mutation.endOpening"] },
    OpeningRequestPayload: { reachedFrom: ["Mutation.requestOpening", "Mutation.answerOpening", "Mutation.withdrawRequest"] },
  },
};

import { AssessmentKind } from "../../src/modules/assessment-rules/assessment-kind";

const bands = { five: 4.5, four: 3.5, three: 2.5 };

/** Rules of assessment as a deputy sends them: those that hold by default. */
export const plainRules = {
  allowsOne: false,
  averaging: "WEIGHTED",
  bands,
  leastMarks: [{ upToHours: null, marks: 3 }],
  leastMarksAfterIllness: null,
  mostMissedPercent: 50,
  retakes: "LAST",
  twoBarsFive: false,
  works: Object.values(AssessmentKind).map((kind) => ({ kind, weight: 1, isLocked: false })),
  tenPoint: { five: 9, four: 7, three: 4 },
  percent: { five: 85, four: 65, three: 45 },
  debtDays: 14,
  debtEnds: "STAYS",
  resitDays: 14,
  questionDays: 3,
  termMarkDays: 14,
  yearBands: bands,
  finalBands: bands,
  notAssessedInSou: 7,
  subjects: [],
};

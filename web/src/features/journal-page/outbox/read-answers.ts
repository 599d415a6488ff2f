import type { MarkAnswerFragment, SetAttendanceMutation, SetTermMarksMutation } from "@/graphql/generated/graphql";
import type { MarkValue, TermMarkValue } from "../cells/cell-value";
import type { CellAnswer } from "./settle";

/** What an answered call teaches the page beside the cells themselves. */
export interface Learned {
  assessments: NonNullable<MarkAnswerFragment["assessment"]>[];
  averages: { pupilId: string; average: string | null; suggested: number | null }[];
}

export interface CallAnswer {
  answers: CellAnswer[];
  learned: Learned;
}

/** Marks are answered in the order in which they were sent. */
export function readMarkAnswers(cells: readonly MarkAnswerFragment[]): CallAnswer {
  const done = cells.filter(({ outcome }) => outcome === "SET" || outcome === "UNCHANGED");
  return {
    answers: cells.map(({ outcome, mark, version, code, message }) => ({
      outcome,
      stands: {
        value: (mark?.value as MarkValue | undefined) ?? null,
        comment: mark?.comment ?? null,
        ...(mark?.points && { points: mark.points }),
        ...(mark?.debtUntil && { debtUntil: mark.debtUntil }),
      },
      version,
      code,
      message,
    })),
    learned: {
      assessments: cells.flatMap(({ assessment }) => assessment ?? []),
      averages: done.map(({ pupilId, average, suggested }) => ({ pupilId, average, suggested })),
    },
  };
}

export function readAttendanceAnswers(cells: SetAttendanceMutation["setAttendance"]["cells"]): CallAnswer {
  const answers = cells.map(({ outcome, attendance, version, code, message }) => ({
    outcome,
    stands: { kind: attendance?.kind ?? null, minutesLate: attendance?.minutesLate ?? null, reason: attendance?.reason ?? null },
    version,
    code,
    message,
  }));
  return { answers, learned: { assessments: [], averages: [] } };
}

export function readTermMarkAnswers(cells: SetTermMarksMutation["setTermMarks"]["cells"]): CallAnswer {
  const answers = cells.map(({ outcome, mark, version, code, message }) => ({
    outcome,
    stands: { given: (mark?.value as TermMarkValue | undefined) ?? null, reason: mark?.reason ?? null },
    version,
    code,
    message,
  }));
  return { answers, learned: { assessments: [], averages: [] } };
}

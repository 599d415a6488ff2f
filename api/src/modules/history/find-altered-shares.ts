import type { Statement, Transaction } from "../../kernel/database";
import { RetakeRule } from "../assessment-rules/assessment-rules";
import { retakeShares } from "../marks/retake-shares";
import { WHOLE_SHARE } from "../marks/weighted-average";
import type { AlteredRecord } from "./find-altered-records";

/**
 * Marks that count for more or less than any rule of retakes that the school ever had makes of the attempts at their work. How much a mark counts follows from its
 * neighbours, so history does not tell it mark by mark.
 */
export async function findAlteredShares(transaction: Transaction): Promise<AlteredRecord[]> {
  const works = await transaction.query<Work>(WORKS, [transaction.schoolId]);
  return works.flatMap(({ journalId, date, rules, attempts }) => {
    const grades = attempts.map(([, grade]) => grade);
    const differing = rules.map((rule) => {
      const shares = retakeShares(grades, rule);
      return attempts.flatMap(([id, grade, share], index): AlteredRecord[] => {
        const mark = { thing: "MARK" as const, id, journalId, date };
        return grade === null || share === shares[index] ? [] : [{ ...mark, expected: { share: shares[index] }, found: { share } }];
      });
    });
    return differing.reduce((least, found) => (found.length < least.length ? found : least));
  });
}

interface Work {
  journalId: string;
  date: string;
  /** The school's rules of retakes, that which holds without any first. */
  rules: RetakeRule[];
  attempts: [id: string, grade: number | null, share: number][];
}

/** Works with several attempts, or with a mark that counts for less than the whole. */
const WORKS: Statement = {
  name: "replay-shares",
  text: `
  SELECT journal_id AS "journalId", lesson_date::text AS date, json_agg(json_build_array(id, grade, share) ORDER BY attempt) AS attempts,
    (SELECT array['${RetakeRule.LAST}'] || COALESCE(array_agg(DISTINCT value ->> 'retakes') FILTER (WHERE value ? 'retakes'), '{}')
     FROM school_setting WHERE school_id = $1 AND name = 'assessment_rules') AS rules
  FROM mark WHERE school_id = $1 AND (assessment_id, pupil_id) IN (
    SELECT assessment_id, pupil_id FROM mark WHERE school_id = $1 AND (attempt > 1 OR (share < ${WHOLE_SHARE} AND grade IS NOT NULL)))
  GROUP BY journal_id, lesson_date, assessment_id, pupil_id ORDER BY 1, 2`,
};

import type { ClientBase } from "pg";
import { readRules, type AssessmentRules, type StoredRules } from "../../api/dist/modules/assessment-rules/assessment-rules.js";

/** What the demo school has decided on assessment; all else is as in every school. The weights are those that its marks are made with. */
const STORED = {
  retakes: "LAST",
  debt: { days: 14, ends: "STAYS" },
  works: {
    CONTROL: { weightHundredths: 200, isLocked: true },
    DICTATION: { weightHundredths: 200, isLocked: true },
    ESSAY: { weightHundredths: 200, isLocked: false },
    EXPOSITION: { weightHundredths: 200, isLocked: false },
    PROJECT: { weightHundredths: 200, isLocked: false },
  },
};

/** The same with all that holds in every school. */
export const RULES: AssessmentRules = readRules(STORED as StoredRules);

/** Sets the school's rules of assessment from the first day of its records on. */
export async function writeRules(client: ClientBase, schoolId: string, from: string): Promise<void> {
  const set = "INSERT INTO school_setting (school_id, name, valid_from, value) VALUES ($1, 'assessment_rules', $2, $3)";
  await client.query(set, [schoolId, from, JSON.stringify(STORED)]);
}

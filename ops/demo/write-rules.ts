import type { ClientBase } from "pg";

/** What the demo school has decided on assessment; all else is as in every school. The weights are those that its marks are made with. */
const RULES = {
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

/** Sets the school's rules of assessment from the first day of its records on. */
export async function writeRules(client: ClientBase, schoolId: string, from: string): Promise<void> {
  const set = "INSERT INTO school_setting (school_id, name, valid_from, value) VALUES ($1, 'assessment_rules', $2, $3)";
  await client.query(set, [schoolId, from, JSON.stringify(RULES)]);
}

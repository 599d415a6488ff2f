import type { Database, Statement } from "../../kernel/database";
import type { Viewer } from "../../kernel/viewer";
import { readRules, rulesOn, type StoredRules } from "./assessment-rules";
import { toDocument } from "./decide-rules";
import type { AssessmentRulesCard } from "./rules-document";

/** Every version of a school's rules by its first day, and the state of them all. */
export interface RulesVersions {
  versions: string[];
  revision: string;
}

/** The rules in force on a date, in one statement. */
export async function loadAssessmentRules(database: Database, { schoolId }: Viewer, on: string): Promise<AssessmentRulesCard> {
  const [row] = await database.read<RulesVersions & { rules: StoredRules | null; validFrom: string | null }>(schoolId, RULES, [
    schoolId,
    on,
  ]);
  const { rules, validFrom, versions, revision } = row!;
  return { rules: toDocument(readRules(rules)), validFrom, versions, revision };
}

const ALL = `
  SELECT COALESCE(json_agg(valid_from ORDER BY valid_from), '[]') AS versions,
    md5(COALESCE(string_agg(valid_from || ' ' || value, ';' ORDER BY valid_from), '')) AS revision
  FROM school_setting WHERE school_id = $1 AND name = 'assessment_rules'`;

export const VERSIONS: Statement = { name: "assessment-rules-versions", text: ALL };

const RULES: Statement = {
  name: "assessment-rules",
  text: `
  SELECT ${rulesOn("$2::date")} AS rules, own.versions, own.revision,
    (SELECT max(valid_from) FROM school_setting WHERE school_id = $1 AND name = 'assessment_rules' AND valid_from <= $2::date) AS "validFrom"
  FROM (${ALL}) AS own`,
};

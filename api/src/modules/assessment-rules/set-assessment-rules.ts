import type { Statement, Transaction } from "../../kernel/database";
import { appendHistory } from "../../kernel/history";
import { runOnce, type Operation } from "../../kernel/operation";
import { ErrorCode, notFound, Refusal } from "../../kernel/refusal";
import { signedIn, type RequestContext } from "../../kernel/request-context";
import { russianDate } from "../calendar/russian-date";
import type { StoredRules } from "./assessment-rules";
import { decideRules } from "./decide-rules";
import { VERSIONS, type RulesVersions } from "./load-assessment-rules";
import type { AssessmentRulesPayload, SetAssessmentRulesInput, WithdrawAssessmentRulesInput } from "./rules-document";

/**
 * Sets the school's rules of assessment from a day on. Marks that stand keep what they were set by: a version begins tomorrow at the earliest, or on
 * a day from which on the school has no marks yet.
 * @throws Refusal INVALID, CONFLICT when another change came before, and what `runOnce` throws.
 */
export async function setAssessmentRules(context: RequestContext, input: SetAssessmentRulesInput): Promise<AssessmentRulesPayload> {
  const { validFrom } = input;
  return changeRules(context, { id: input.operationId, name: "setAssessmentRules", input }, input, async (transaction, today) => {
    const [facts] = await transaction.query<SettingFacts>(FACTS, [transaction.schoolId, validFrom]);
    const { subjectIds, stands, hasMarks } = facts!;
    if (validFrom <= today && hasMarks) {
      const message = `С ${russianDate(validFrom)} в школе уже стоят отметки: их правила не меняются. Выберите день не раньше завтрашнего.`;
      throw new Refusal(ErrorCode.INVALID, message, { field: "validFrom" });
    }
    const rules = decideRules(input.rules, new Set(subjectIds));
    if (rules instanceof Refusal) throw rules;
    await transaction.query(SET, [transaction.schoolId, validFrom, JSON.stringify(rules)]);
    return { before: stands && { validFrom, rules: stands }, after: { validFrom, rules } };
  });
}

/** Takes back a version that has not begun. @throws Refusal NOT_FOUND, INVALID, CONFLICT, and what `runOnce` throws. */
export async function withdrawAssessmentRules(
  context: RequestContext,
  input: WithdrawAssessmentRulesInput,
): Promise<AssessmentRulesPayload> {
  const { validFrom } = input;
  return changeRules(context, { id: input.operationId, name: "withdrawAssessmentRules", input }, input, async (transaction, today) => {
    if (validFrom <= today) {
      throw new Refusal(ErrorCode.INVALID, "Эти правила уже действуют: по ним поставлены отметки. Задайте новые с другого дня.", {
        field: "validFrom",
      });
    }
    const [withdrawn] = await transaction.query<{ value: StoredRules }>(WITHDRAW, [transaction.schoolId, validFrom]);
    if (!withdrawn) throw notFound("Правила с этого дня");
    return { before: { validFrom, rules: withdrawn.value }, after: null };
  });
}

interface SettingFacts {
  subjectIds: string[];
  stands: StoredRules | null;
  hasMarks: boolean;
}

interface RulesChange {
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

/** One change at a time: a revision that was seen is compared under the school's lock. */
async function changeRules(
  context: RequestContext,
  operation: Omit<Operation, "at">,
  { validFrom, revision }: { validFrom: string; revision: string },
  change: (transaction: Transaction, today: string) => Promise<RulesChange>,
): Promise<AssessmentRulesPayload> {
  const viewer = signedIn(context);
  const at = context.clock.now();
  return runOnce(context.database, viewer, { ...operation, at }, async (transaction) => {
    await transaction.query(LOCK, [viewer.schoolId]);
    const [seen] = await transaction.query<RulesVersions>(VERSIONS, [viewer.schoolId]);
    if (seen!.revision !== revision) {
      throw new Refusal(
        ErrorCode.CONFLICT,
        "Правила уже изменили с другого устройства. Посмотрите их и, если нужно, сохраните свои ещё раз.",
      );
    }
    const { before, after } = await change(transaction, viewer.today);
    const entry = { thing: "SETTING", thingId: viewer.schoolId, before, after } as const;
    await appendHistory(transaction, { at, actorId: viewer.personId, operationId: operation.id }, [entry]);
    const [now] = await transaction.query<RulesVersions>(VERSIONS, [viewer.schoolId]);
    return { validFrom, ...now! };
  });
}

const LOCK: Statement = {
  name: "assessment-rules-lock",
  text: `SELECT pg_advisory_xact_lock(hashtextextended('assessment rules ' || $1::text, 0))`,
};

const FACTS: Statement = {
  name: "assessment-rules-facts",
  text: `
  SELECT (SELECT COALESCE(json_agg(id), '[]') FROM subject WHERE school_id = $1) AS "subjectIds",
    (SELECT value FROM school_setting WHERE school_id = $1 AND name = 'assessment_rules' AND valid_from = $2::date) AS stands,
    EXISTS (SELECT FROM mark WHERE school_id = $1 AND lesson_date >= $2::date) AS "hasMarks"`,
};

const SET: Statement = {
  name: "assessment-rules-set",
  text: `INSERT INTO school_setting (school_id, name, valid_from, value) VALUES ($1, 'assessment_rules', $2, $3::jsonb)
    ON CONFLICT (school_id, name, valid_from) DO UPDATE SET value = EXCLUDED.value`,
};

const WITHDRAW: Statement = {
  name: "assessment-rules-withdraw",
  text: `DELETE FROM school_setting WHERE school_id = $1 AND name = 'assessment_rules' AND valid_from = $2 RETURNING value`,
};

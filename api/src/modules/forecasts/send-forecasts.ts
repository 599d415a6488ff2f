import { uuidv7 } from "uuidv7";
import type { Statement, Transaction } from "../../kernel/database";
import { appendHistory } from "../../kernel/history";
import { runOnce } from "../../kernel/operation";
import { leaveNews } from "../../kernel/outbox";
import { plainText } from "../../kernel/plain-text";
import { ErrorCode, notFound, Refusal } from "../../kernel/refusal";
import { signedIn, type RequestContext } from "../../kernel/request-context";
import { requireUuid } from "../../kernel/uuid";
import { unpackTerms } from "../calendar/terms-of-page";
import { readClassForecast } from "./load-class-forecast";
import { toSubjectForecast } from "./load-pupil-forecast";
import { readForecasts } from "./read-forecasts";
import type { SendForecastsInput, SendForecastsPayload } from "./sent-forecast";

/** A class and some more. */
const MOST_PUPILS = 60;
const LONGEST = 2000;

/**
 * Keeps the forecast of each pupil as it stands now, and leaves the news of it to the pupil and the guardians of today [3.3.4].
 * @throws Refusal INVALID (no pupil, a term that is over), LIMIT_EXCEEDED, TEXT_TOO_LONG, NOT_FOUND (another class's term or pupil), and what `runOnce` throws.
 */
export async function sendForecasts(context: RequestContext, input: SendForecastsInput): Promise<SendForecastsPayload> {
  const viewer = signedIn(context);
  const at = context.clock.now();
  const asked = { classId: requireUuid(input.classId, "classId"), termId: requireUuid(input.termId, "termId") };
  const pupilIds = [...new Set(input.pupilIds.map((id) => requireUuid(id, "pupilIds")))];
  const words = decideWords(input.text ?? "");
  if (pupilIds.length === 0) throw new Refusal(ErrorCode.INVALID, "Выберите, чьим семьям отправить прогноз.", { field: "pupilIds" });
  if (pupilIds.length > MOST_PUPILS) {
    const sentence = `За один раз прогноз отправляют не больше чем ${MOST_PUPILS} семьям.`;
    throw new Refusal(ErrorCode.LIMIT_EXCEEDED, sentence, { field: "pupilIds", limit: MOST_PUPILS });
  }
  return runOnce(context.database, viewer, { id: input.operationId, name: "sendForecasts", input, at }, async (transaction) => {
    const row = await readClassForecast(transaction, context.clock, viewer, asked);
    if (row.is_over)
      throw new Refusal(ErrorCode.INVALID, "Период закончился: прогноза больше нет, есть отметки за период.", { field: "termId" });
    const known = new Set((row.pupils ?? []).map(([id]) => id));
    if (!pupilIds.every((id) => known.has(id))) throw notFound("Учащийся этого класса");
    const { term } = unpackTerms(row);
    const subjects = Map.groupBy(readForecasts(row), (subject) => subject.pupilId);
    const sent = pupilIds.map((pupilId) => {
      return { id: uuidv7(), pupilId, figures: { term, subjects: (subjects.get(pupilId) ?? []).map(toSubjectForecast) } };
    });
    const recipients = await write(transaction, sent, [asked.classId, asked.termId, words, at, viewer.personId, viewer.today]);
    await leaveNews(transaction, at, { kind: "FORECAST", forecastIds: sent.map(({ id }) => id), by: viewer.personId });
    const entries = sent.map(({ id, pupilId, figures }) => {
      const to = recipients.filter(({ forecastId }) => forecastId === id).map(({ personId }) => personId);
      return { thing: "FORECAST" as const, thingId: id, pupilId, before: null, after: { ...asked, words, figures: { ...figures }, to } };
    });
    await appendHistory(transaction, { at, actorId: viewer.personId, operationId: input.operationId }, entries);
    return { forecastIds: sent.map(({ id }) => id), recipientCount: new Set(recipients.map(({ personId }) => personId)).size };
  });
}

function decideWords(typed: string): string | null {
  const words = plainText(typed, { field: "text", limit: LONGEST, lines: "MANY" });
  if (words instanceof Refusal) throw words;
  return words === "" ? null : words;
}

async function write(
  transaction: Transaction,
  sent: readonly { id: string; pupilId: string; figures: unknown }[],
  values: readonly unknown[],
): Promise<{ forecastId: string; personId: string }[]> {
  return transaction.query(WRITE, [transaction.schoolId, JSON.stringify(sent), ...values]);
}

/** $2 forecasts, $3 class, $4 term, $5 words, $6 now, $7 who sends, $8 today. */
const WRITE: Statement = {
  name: "forecasts-write",
  text: `
  WITH sent AS (SELECT * FROM jsonb_to_recordset($2::jsonb) AS sent (id uuid, "pupilId" uuid, figures jsonb)),
  kept AS (
    INSERT INTO forecast (school_id, id, class_id, term_id, pupil_id, figures, words, sent_at, sent_by)
    SELECT $1, id, $3, $4, "pupilId", figures, $5, $6, $7 FROM sent)
  INSERT INTO forecast_recipient (school_id, forecast_id, person_id)
  SELECT $1, sent.id, family.person_id FROM sent CROSS JOIN LATERAL (
    SELECT sent."pupilId" AS person_id
    UNION SELECT guardian_id FROM guardianship WHERE guardianship.school_id = $1 AND guardianship.pupil_id = sent."pupilId"
      AND guardianship.valid_from <= $8::date AND (guardianship.valid_to IS NULL OR guardianship.valid_to >= $8::date)) family
  RETURNING forecast_id AS "forecastId", person_id AS "personId"`,
};

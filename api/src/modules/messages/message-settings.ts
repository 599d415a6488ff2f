import type { Database, Statement } from "../../kernel/database";
import { appendHistory } from "../../kernel/history";
import { runOnce } from "../../kernel/operation";
import { signedIn, type RequestContext } from "../../kernel/request-context";
import type { Viewer } from "../../kernel/viewer";
import { PUPILS_MAY_WRITE } from "./contacts-sql";
import type { MessageSettingsPayload, SetMessageSettingsInput } from "./message.inputs";
import type { MessageSettings } from "./message-report";

/** The school's rules of messages today. */
export async function loadMessageSettings(database: Database, { schoolId, personId, today }: Viewer): Promise<MessageSettings> {
  const [settings] = await database.read<MessageSettings>(schoolId, SETTINGS, [schoolId, personId, today]);
  return settings!;
}

/** Sets the school's rules of messages from today on; the past keeps its own. @throws what `runOnce` throws. */
export async function setMessageSettings(context: RequestContext, input: SetMessageSettingsInput): Promise<MessageSettingsPayload> {
  const viewer = signedIn(context);
  const at = context.clock.now();
  return runOnce(context.database, viewer, { id: input.operationId, name: "setMessageSettings", input, at }, async (transaction) => {
    const { schoolId, personId, today } = viewer;
    const { pupilsMayWrite } = input;
    const [stands] = await transaction.query<MessageSettings>(SETTINGS, [schoolId, personId, today]);
    if (stands!.pupilsMayWrite !== pupilsMayWrite) {
      await transaction.query(SET, [schoolId, today, JSON.stringify(pupilsMayWrite)]);
      const change = { at, actorId: personId, operationId: input.operationId };
      await appendHistory(transaction, change, [{ thing: "SETTING", thingId: schoolId, before: { ...stands }, after: { pupilsMayWrite } }]);
    }
    return { settings: { pupilsMayWrite } };
  });
}

const SETTINGS: Statement = {
  name: "message-settings",
  text: `SELECT ${PUPILS_MAY_WRITE} AS "pupilsMayWrite" FROM (SELECT $2::uuid) AS viewer`,
};

const SET: Statement = {
  name: "message-settings-set",
  text: `INSERT INTO school_setting (school_id, name, valid_from, value) VALUES ($1, 'pupils_may_write', $2, $3::jsonb)
    ON CONFLICT (school_id, name, valid_from) DO UPDATE SET value = EXCLUDED.value`,
};

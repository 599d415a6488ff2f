import type { Statement } from "../../kernel/database";
import { runOnce } from "../../kernel/operation";
import { ErrorCode, Refusal } from "../../kernel/refusal";
import { signedIn, type RequestContext } from "../../kernel/request-context";
import { loadNoticeSettings } from "./load-notice-settings";
import type { SetNoticeSettingsInput, SetNoticeSettingsPayload } from "./notice.inputs";

/**
 * Keeps what the viewer wants to hear of, where and when; it holds for news that come after it.
 * @throws Refusal INVALID for a weekday or a kind named twice, CONFLICT when another device was first, and what `runOnce` throws.
 */
export async function setNoticeSettings(context: RequestContext, input: SetNoticeSettingsInput): Promise<SetNoticeSettingsPayload> {
  const viewer = signedIn(context);
  const refusal = settingsRefusal(input);
  if (refusal) throw refusal;
  const at = context.clock.now();
  await runOnce(context.database, viewer, { id: input.operationId, name: "setNoticeSettings", input, at }, async (transaction) => {
    const { quietFrom, quietTo, digestAt, digestWeekday, version } = input;
    const whose = [viewer.schoolId, viewer.personId];
    const kept = await transaction.query(KEEP_SCHEDULE, [...whose, quietFrom, quietTo, digestAt, digestWeekday, version]);
    if (kept.length === 0) throw conflict();
    await transaction.query(KEEP_CHOICES, [...whose, JSON.stringify(input.choices)]);
    return { version: version + 1 };
  });
  return { settings: await loadNoticeSettings(context) };
}

function settingsRefusal({ digestWeekday, choices }: SetNoticeSettingsInput): Refusal | null {
  if (digestWeekday < 1 || digestWeekday > 7) {
    return new Refusal(ErrorCode.INVALID, "День недели сводки — от 1 (понедельник) до 7 (воскресенье).", { field: "digestWeekday" });
  }
  if (new Set(choices.map(({ kind }) => kind)).size < choices.length) {
    return new Refusal(ErrorCode.INVALID, "Один вид уведомлений указан дважды. Оставьте один выбор.", { field: "choices" });
  }
  return null;
}

function conflict(): Refusal {
  return new Refusal(
    ErrorCode.CONFLICT,
    "Настройки уже изменили с другого устройства. Обновите страницу и, если нужно, сохраните свои ещё раз.",
  );
}

/** The first version is made where none was seen; later ones where the one that was seen still stands. */
const KEEP_SCHEDULE: Statement = {
  name: "keep-notice-schedule",
  text: `
  WITH renewed AS (
    UPDATE notice_schedule SET quiet_from = $3, quiet_to = $4, digest_at = $5, digest_weekday = $6, version = version + 1
    WHERE school_id = $1 AND person_id = $2 AND version = $7 RETURNING version
  ), made AS (
    INSERT INTO notice_schedule (school_id, person_id, quiet_from, quiet_to, digest_at, digest_weekday)
    SELECT $1, $2, $3, $4, $5, $6 WHERE $7::int = 0
    ON CONFLICT (school_id, person_id) DO NOTHING RETURNING version)
  SELECT version FROM renewed UNION ALL SELECT version FROM made`,
};

const KEEP_CHOICES: Statement = {
  name: "keep-notice-choices",
  text: `
  INSERT INTO notice_setting (school_id, person_id, kind, in_portal, by_mail)
  SELECT $1, $2, kind, "inPortal", "byMail" FROM jsonb_to_recordset($3::jsonb) AS chosen (kind text, "inPortal" boolean, "byMail" text)
  ON CONFLICT (school_id, person_id, kind) DO UPDATE SET in_portal = EXCLUDED.in_portal, by_mail = EXCLUDED.by_mail`,
};

import type { Statement } from "../../kernel/database";
import type { RequestContext } from "../../kernel/request-context";
import { signedIn } from "../../kernel/request-context";
import { DEFAULT_MAIL, DEFAULT_SCHEDULE, kindsOf, type Schedule } from "./notice-defaults";
import type { NoticeChoice, NoticeSettings } from "./notice-settings";

/** The viewer's settings, defaults where nothing was chosen; one statement. */
export async function loadNoticeSettings(context: RequestContext): Promise<NoticeSettings> {
  const viewer = signedIn(context);
  const [row] = await context.database.read<SettingsRow>(viewer.schoolId, SETTINGS, [viewer.schoolId, viewer.personId]);
  const { choices = [], schedule = null, version = 0, email = null } = row ?? {};
  const chosen = new Map(choices.map((choice) => [choice.kind, choice]));
  return {
    choices: kindsOf(viewer).map((kind) => chosen.get(kind) ?? { kind, inPortal: true, byMail: DEFAULT_MAIL[kind] }),
    ...(schedule ?? DEFAULT_SCHEDULE),
    email,
    mailIsOn: context.mailIsOn,
    version,
  };
}

interface SettingsRow {
  choices: NoticeChoice[];
  schedule: Schedule | null;
  version: number;
  email: string | null;
}

const SETTINGS: Statement = {
  name: "notice-settings",
  text: `
  SELECT person.email, COALESCE(schedule.version, 0) AS version,
    CASE WHEN schedule.person_id IS NOT NULL THEN json_build_object('quietFrom', left(schedule.quiet_from::text, 5), 'quietTo', left(schedule.quiet_to::text, 5),
      'digestAt', left(schedule.digest_at::text, 5), 'digestWeekday', schedule.digest_weekday) END AS schedule,
    (SELECT COALESCE(json_agg(json_build_object('kind', kind, 'inPortal', in_portal, 'byMail', by_mail)), '[]')
     FROM notice_setting WHERE notice_setting.school_id = $1 AND notice_setting.person_id = $2) AS choices
  FROM person LEFT JOIN notice_schedule AS schedule ON schedule.school_id = $1 AND schedule.person_id = person.id
  WHERE person.school_id = $1 AND person.id = $2`,
};

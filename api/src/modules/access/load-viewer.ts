import { createHash } from "node:crypto";
import type { Database, Statement } from "../../kernel/database";
import type { Clock } from "../../kernel/clock";
import { Role, type HeldRole, type Viewer } from "../../kernel/viewer";
import { parseSessionToken } from "./session-token";

interface ViewerRow {
  account_id: string;
  session_id: string;
  person_id: string;
  login: string;
  surname: string;
  given_name: string;
  patronymic: string | null;
  time_zone: string;
  is_demo: boolean;
  today: string;
  roles: [Role, string, string | null][];
  teaches: string[];
  substitutes: [string, string][];
  leads: string[];
  leads_journals: string[];
  guards: string[];
  pupil_from: string | null;
}

/**
 * The viewer of a session token, with every fact that the rules ask for, in one statement.
 * Null when the token is unknown, ended or expired, the account is closed, or the demo school is not served.
 */
export async function loadViewer(database: Database, clock: Clock, demoMode: boolean, token: string): Promise<Viewer | null> {
  const parsed = parseSessionToken(token);
  if (!parsed) return null;
  const tokenHash = createHash("sha256").update(parsed.secret).digest();
  const [row] = await database.read<ViewerRow>(parsed.schoolId, VIEWER, [parsed.schoolId, tokenHash, clock.now(), clock.pinnedToday]);
  if (!row || (row.is_demo && !demoMode)) return null;
  return toViewer(parsed.schoolId, row);
}

function toViewer(schoolId: string, row: ViewerRow): Viewer {
  const roles: HeldRole[] = row.roles.map(([role, validFrom, validTo]) => ({ role, validFrom, validTo }));
  if (row.pupil_from) roles.push({ role: Role.PUPIL, validFrom: row.pupil_from, validTo: null });
  return {
    schoolId,
    accountId: row.account_id,
    sessionId: row.session_id,
    personId: row.person_id,
    login: row.login,
    surname: row.surname,
    givenName: row.given_name,
    patronymic: row.patronymic,
    timeZone: row.time_zone,
    today: row.today,
    roles,
    teaches: new Set(row.teaches),
    substitutes: new Map(row.substitutes),
    leads: new Set(row.leads),
    leadsJournals: new Set(row.leads_journals),
    diaries: new Set(row.pupil_from ? [...row.guards, row.person_id] : row.guards),
  };
}

/** $4 pins the civil date (null: the school's own today). Rights are those of that date. */
const VIEWER: Statement = {
  name: "viewer",
  text: `
  WITH me AS (
    SELECT account.id AS account_id, session.id AS session_id, account.person_id, account.login, person.surname, person.given_name, person.patronymic,
           school.time_zone, school.is_demo, COALESCE($4::date, ($3::timestamptz AT TIME ZONE school.time_zone)::date) AS today
    FROM session
    JOIN account ON account.school_id = $1 AND account.id = session.account_id AND account.closed_at IS NULL
    JOIN person ON person.school_id = $1 AND person.id = account.person_id
    JOIN school ON school.school_id = $1
    WHERE session.school_id = $1 AND session.token_hash = $2 AND session.ended_at IS NULL AND session.expires_at > $3
  ), employed AS (
    SELECT staff.id, me.today FROM me JOIN staff ON staff.school_id = $1 AND staff.id = me.person_id
    WHERE staff.hired_on <= me.today AND (staff.left_on IS NULL OR staff.left_on >= me.today)
  ), led AS (
    SELECT class_teacher.class_id, class_teacher.valid_from, class_teacher.valid_to
    FROM employed JOIN class_teacher ON class_teacher.school_id = $1 AND class_teacher.staff_id = employed.id
    WHERE class_teacher.valid_from <= employed.today AND (class_teacher.valid_to IS NULL OR class_teacher.valid_to >= employed.today)
  ), guarded AS (
    SELECT guardianship.pupil_id, guardianship.valid_from, guardianship.valid_to
    FROM me JOIN guardianship ON guardianship.school_id = $1 AND guardianship.guardian_id = me.person_id
    WHERE guardianship.valid_from <= me.today AND (guardianship.valid_to IS NULL OR guardianship.valid_to >= me.today)
  )
  SELECT me.account_id, me.session_id, me.person_id, me.login, me.surname, me.given_name, me.patronymic, me.time_zone, me.is_demo, me.today,
    (SELECT COALESCE(json_agg(json_build_array(held.role, held.valid_from, held.valid_to) ORDER BY held.role), '[]') FROM (
       SELECT staff_role.role, staff_role.valid_from, staff_role.valid_to
       FROM employed JOIN staff_role ON staff_role.school_id = $1 AND staff_role.staff_id = employed.id
       WHERE staff_role.valid_from <= employed.today AND (staff_role.valid_to IS NULL OR staff_role.valid_to >= employed.today)
       UNION ALL SELECT 'CLASS_TEACHER', min(valid_from), NULLIF(max(COALESCE(valid_to, 'infinity')), 'infinity') FROM led HAVING count(*) > 0
       UNION ALL SELECT 'GUARDIAN', min(valid_from), NULLIF(max(COALESCE(valid_to, 'infinity')), 'infinity') FROM guarded HAVING count(*) > 0
     ) held) AS roles,
    (SELECT COALESCE(json_agg(DISTINCT teaching_load.journal_id), '[]')
       FROM employed JOIN teaching_load ON teaching_load.school_id = $1 AND teaching_load.staff_id = employed.id
       WHERE teaching_load.valid_from <= employed.today AND (teaching_load.valid_to IS NULL OR teaching_load.valid_to >= employed.today)) AS teaches,
    (SELECT COALESCE(json_agg(json_build_array(substitution.lesson_id, lesson.journal_id)), '[]')
       FROM employed JOIN substitution ON substitution.school_id = $1 AND substitution.staff_id = employed.id
       JOIN lesson ON lesson.school_id = $1 AND lesson.id = substitution.lesson_id
       WHERE lesson.date > employed.today - 60) AS substitutes,
    (SELECT COALESCE(json_agg(class_id), '[]') FROM led) AS leads,
    (SELECT COALESCE(json_agg(DISTINCT id), '[]') FROM (
       SELECT journal.id FROM led JOIN journal ON journal.school_id = $1 AND journal.class_id = led.class_id
       UNION ALL SELECT journal.id FROM led
       JOIN study_group_class ON study_group_class.school_id = $1 AND study_group_class.class_id = led.class_id
       JOIN journal ON journal.school_id = $1 AND journal.group_id = study_group_class.group_id
       UNION ALL SELECT journal.id FROM led
       JOIN enrolment ON enrolment.school_id = $1 AND enrolment.class_id = led.class_id AND (enrolment.valid_to IS NULL OR enrolment.valid_to >= me.today)
       JOIN journal ON journal.school_id = $1 AND journal.pupil_id = enrolment.pupil_id
     ) own) AS leads_journals,
    (SELECT COALESCE(json_agg(pupil_id), '[]') FROM guarded) AS guards,
    (SELECT min(enrolment.valid_from) FROM enrolment WHERE enrolment.school_id = $1 AND enrolment.pupil_id = me.person_id
       AND enrolment.valid_from <= me.today AND (enrolment.valid_to IS NULL OR enrolment.valid_to >= me.today)) AS pupil_from
  FROM me`,
};

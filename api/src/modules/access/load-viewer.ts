import { createHash } from "node:crypto";
import type { Database, Statement } from "../../kernel/database";
import type { Clock } from "../../kernel/clock";
import { Role, type HeldRole, type Viewer } from "../../kernel/viewer";
import { parseSessionToken } from "./session-token";

/** What the statement answers, packed: ids of one kind are one text, a space between two. */
type PackedViewer = [
  accountId: string,
  sessionId: string,
  personId: string,
  login: string,
  timeZone: string,
  isDemo: boolean,
  today: string,
  staffRoles: [Role, from: string, to: string | null][] | null,
  teaches: string | null,
  substitutes: string | null,
  leads: Held[] | null,
  leadsJournals: string | null,
  guards: Held[] | null,
  pupilFrom: string | null,
];

/** A class that is led or a child that is guarded, and since and until when. */
type Held = [id: string, from: string, to: string | null];

/** The question who asks, of a session token; null when it is not of the form. */
export function whoAsks(
  clock: Clock,
  token: string,
): { schoolId: string; statement: Statement; values: [string, string, string, string | null] } | null {
  const parsed = parseSessionToken(token);
  if (!parsed) return null;
  const tokenHash = createHash("sha256").update(parsed.secret).digest("hex");
  const { schoolId } = parsed;
  return { schoolId, statement: VIEWER, values: [schoolId, `\\x${tokenHash}`, clock.now().toISOString(), clock.pinnedToday] };
}

/**
 * The viewer of a session token, with every fact that the rules ask for, in one statement.
 * Null when the token is unknown, ended or expired, the account is closed, or the demo school is not served.
 */
export async function loadViewer(database: Database, clock: Clock, demoMode: boolean, token: string): Promise<Viewer | null> {
  return (await loadPackedViewer(database, clock, demoMode, token))?.viewer ?? null;
}

/** The same with the text of the answer: the same answer is the same viewer. */
export async function loadPackedViewer(
  database: Database,
  clock: Clock,
  demoMode: boolean,
  token: string,
): Promise<{ viewer: Viewer; packed: string } | null> {
  const question = whoAsks(clock, token);
  if (!question) return null;
  const { schoolId, statement, values } = question;
  const [row] = await database.read<{ packed: string }>(schoolId, statement, values);
  const viewer = row && toViewer(schoolId, JSON.parse(row.packed) as PackedViewer, demoMode);
  return viewer ? { viewer, packed: row.packed } : null;
}

function toViewer(schoolId: string, packed: PackedViewer, demoMode: boolean): Viewer | null {
  const [
    accountId,
    sessionId,
    personId,
    login,
    timeZone,
    isDemo,
    today,
    staffRoles,
    teaches,
    substitutes,
    leads,
    leadsJournals,
    guards,
    pupilFrom,
  ] = packed;
  if (isDemo && !demoMode) return null;
  const roles = (staffRoles ?? []).map(([role, validFrom, validTo]): HeldRole => ({ role, validFrom, validTo }));
  if (leads) roles.push(roleOver(Role.CLASS_TEACHER, leads));
  if (guards) roles.push(roleOver(Role.GUARDIAN, guards));
  roles.sort((one, other) => (one.role < other.role ? -1 : 1));
  if (pupilFrom) roles.push({ role: Role.PUPIL, validFrom: pupilFrom, validTo: null });
  const diaries = new Set(guards?.map(([pupilId]) => pupilId));
  if (pupilFrom) diaries.add(personId);
  return {
    ...{ schoolId, accountId, sessionId, personId, login, timeZone, today, roles },
    teaches: new Set(idsOf(teaches)),
    substitutes: pairsOf(idsOf(substitutes)),
    leads: new Set(leads?.map(([classId]) => classId)),
    leadsJournals: new Set(idsOf(leadsJournals)),
    diaries,
  };
}

/** A role that is held over several classes or children: from the first beginning to the last end. */
function roleOver(role: Role, over: readonly Held[]): HeldRole {
  const ends = over.map(([, , to]) => to);
  const validFrom = over.map(([, from]) => from).sort()[0]!;
  return { role, validFrom, validTo: ends.includes(null) ? null : (ends.sort().at(-1) ?? null) };
}

function idsOf(packed: string | null): string[] {
  return packed === null ? [] : packed.split(" ");
}

/** Lesson and journal in turn → lesson id → journal id. */
function pairsOf(ids: readonly string[]): Map<string, string> {
  const pairs = new Map<string, string>();
  for (let place = 0; place < ids.length; place += 2) pairs.set(ids[place]!, ids[place + 1]!);
  return pairs;
}

/** In force on the viewer's today. */
const IN_FORCE = "valid_from <= me.today AND (valid_to IS NULL OR valid_to >= me.today)";

/**
 * $4 pins the civil date (null: the school's own today). Rights are those of that date. What only staff can have is not looked up for
 * anybody else, nor a class's journals for who leads none. Each fact is found in one index (migration 0015).
 */
const VIEWER: Statement = {
  name: "viewer",
  text: `
  SELECT json_build_array(me.account_id, me.session_id, me.person_id, me.login, me.time_zone, me.is_demo, me.today,
    CASE WHEN me.staff_id IS NOT NULL THEN (
      SELECT json_agg(json_build_array(role, valid_from, valid_to)) FROM staff_role WHERE school_id = $1 AND staff_id = me.staff_id AND ${IN_FORCE}) END,
    CASE WHEN me.staff_id IS NOT NULL THEN (
      SELECT string_agg(journal_id::text, ' ') FROM teaching_load WHERE school_id = $1 AND staff_id = me.staff_id AND ${IN_FORCE}) END,
    CASE WHEN me.staff_id IS NOT NULL THEN (
      SELECT string_agg(lesson_id::text || ' ' || journal_id::text, ' ') FROM substitution
      WHERE school_id = $1 AND staff_id = me.staff_id AND lesson_date > me.today - 60) END,
    led.held,
    CASE WHEN led.ids IS NOT NULL THEN (
      SELECT string_agg(id::text, ' ') FROM journal WHERE school_id = $1 AND (class_id = ANY (led.ids)
        OR group_id = ANY (ARRAY(SELECT group_id FROM study_group_class WHERE school_id = $1 AND class_id = ANY (led.ids)))
        OR pupil_id = ANY (ARRAY(SELECT pupil_id FROM enrolment WHERE school_id = $1 AND class_id = ANY (led.ids)
             AND (valid_to IS NULL OR valid_to >= me.today))))) END,
    (SELECT json_agg(json_build_array(pupil_id, valid_from, valid_to)) FROM guardianship WHERE school_id = $1 AND guardian_id = me.person_id AND ${IN_FORCE}),
    (SELECT valid_from FROM enrolment WHERE school_id = $1 AND pupil_id = me.person_id AND ${IN_FORCE} ORDER BY valid_from LIMIT 1))::text AS packed
  FROM (
    SELECT account.id AS account_id, session.id AS session_id, account.person_id, account.login, school.time_zone, school.is_demo, day.today,
      (SELECT id FROM staff WHERE staff.school_id = $1 AND staff.id = account.person_id
         AND staff.hired_on <= day.today AND (staff.left_on IS NULL OR staff.left_on >= day.today)) AS staff_id
    FROM session
    JOIN account ON account.school_id = $1 AND account.id = session.account_id AND account.closed_at IS NULL
    JOIN school ON school.school_id = $1
    CROSS JOIN LATERAL (SELECT COALESCE($4::date, ($3::timestamptz AT TIME ZONE school.time_zone)::date) AS today) AS day
    WHERE session.school_id = $1 AND session.token_hash = $2 AND session.ended_at IS NULL AND session.expires_at > $3
    OFFSET 0
  ) AS me
  LEFT JOIN LATERAL (
    SELECT json_agg(json_build_array(class_id, valid_from, valid_to)) AS held, array_agg(class_id) AS ids FROM class_teacher
    WHERE me.staff_id IS NOT NULL AND school_id = $1 AND staff_id = me.staff_id AND ${IN_FORCE}
  ) AS led ON true`,
};

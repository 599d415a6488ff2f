import type { Client } from "pg";
import { RetakeRule } from "../../src/modules/assessment-rules/assessment-rules";
import { KEPT_THINGS, type KeptState } from "../../src/modules/history/kept-record";
import { type HistoryStep, replayHistory, type ReplayedRecord } from "../../src/modules/history/replay-history";
import { JOURNAL_PAGE } from "../../src/modules/journal-page/journal-page-statement";
import { retakeShares } from "../../src/modules/marks/retake-shares";
import { storedTermMark } from "../../src/modules/term-marks/term-mark-value";
import { TODAY } from "./small-school";

type Row = Record<string, unknown>;

/** The tables that teachers write in, row by row. */
export type Tables = Record<(typeof NAMES)[number], Row[]>;

const NAMES = ["lesson", "assessment", "mark", "attendance", "homework", "term_mark"] as const;

/** The tables as they stand: taken before the first change they are what was copied in bulk. */
export async function copyTables(owner: Client, schoolId: string): Promise<Tables> {
  const tables = {} as Tables;
  for (const name of NAMES) {
    const { rows } = await owner.query<{ row: Row }>(`SELECT to_jsonb(one) AS row FROM ${name} one WHERE school_id = $1`, [schoolId]);
    tables[name] = rows.map(({ row }) => row);
  }
  return tables;
}

/** The same tables from the rows of history alone, over what was copied in bulk. Marks count by the school's rule of retakes. */
export async function replayTables(owner: Client, schoolId: string, copied: Tables, retakes: RetakeRule): Promise<Tables> {
  const { rows: steps } = await owner.query<HistoryStep>(STEPS, [schoolId, KEPT_THINGS]);
  const { records, gaps } = replayHistory(steps, () => true);
  expect(gaps).toEqual([]);
  const overlay = (rows: readonly Row[], thing: HistoryStep["thing"], toRow: (told: Told) => Row): Row[] =>
    overlaid(rows, records, steps, thing, (told) => ({ ...toRow(told), school_id: schoolId }));
  const lessons = overlay(copied.lesson, "LESSON", lessonRow);
  const dates = new Map(lessons.map((lesson) => [lesson["id"], lesson["date"]]));
  const dated = (told: Told): Row => ({ ...markRow(told), lesson_date: dates.get(told.record.lessonId) });
  return {
    lesson: lessons,
    assessment: overlay(copied.assessment, "ASSESSMENT", columnRow),
    mark: withShares(overlay(copied.mark, "MARK", dated), retakes),
    attendance: overlay(copied.attendance, "ATTENDANCE", (told) => ({
      ...absenceRow(told),
      lesson_date: dates.get(told.record.lessonId),
    })),
    homework: overlay(copied.homework, "HOMEWORK", homeworkRow),
    term_mark: overlay(copied.term_mark, "TERM_MARK", termMarkRow),
  };
}

/** The journal's page as its own statement makes it, of the tables that stand or of others; lists without an order sorted, versions of lessons left out. */
export async function termPage(
  owner: Client,
  place: { schoolId: string; journalId: string; termId: string },
  tables?: Tables,
): Promise<Row> {
  const values = [place.schoolId, place.journalId, null, place.termId, TODAY, `${TODAY}T12:00:00+03:00`, false];
  const overlay = NAMES.map(
    (name, index) => `${name} AS (SELECT * FROM json_populate_recordset(NULL::public.${name}, $${8 + index}::json))`,
  );
  const text = tables ? `WITH ${overlay.join(", ")} SELECT * FROM (${JOURNAL_PAGE.text}) page` : JOURNAL_PAGE.text;
  const { rows } = await owner.query<Row>(text, [...values, ...(tables ? NAMES.map((name) => JSON.stringify(tables[name])) : [])]);
  const { marks, attendance, details, brought, lessons, ...page } = rows[0]!;
  const sorted = (list: unknown): string[] => ((list ?? []) as unknown[]).map((one) => JSON.stringify(one)).sort();
  return {
    ...page,
    lessons: (lessons as unknown[][]).map((lesson) => lesson.toSpliced(9, 1)),
    marks: ((marks as string | null) ?? "").split(";").sort(),
    ...{ attendance: sorted(attendance), details: sorted(details), brought: sorted(brought) },
  };
}

interface Told {
  record: ReplayedRecord;
  /** The row that was copied in bulk. */
  copied: Row;
  /** The last state that was not empty: where a cleared mark stands. */
  last: NonNullable<KeptState>;
  first: HistoryStep;
}

/** Rows that history does not tell of stay, the others become what it says; what is told to be gone without a version of its own is gone. */
function overlaid(
  copied: readonly Row[],
  records: ReadonlyMap<string, ReplayedRecord>,
  steps: readonly HistoryStep[],
  thing: HistoryStep["thing"],
  toRow: (told: Told) => Row,
): Row[] {
  const stepsOf = Map.groupBy(
    steps.filter((step) => step.thing === thing),
    ({ thingId }) => thingId,
  );
  const byId = new Map(copied.map((row) => [row["id"], row]));
  const written = [...stepsOf].flatMap(([id, ofThis]) => {
    const record = records.get(id)!;
    if (thing === "ASSESSMENT" && record.state === null) return [];
    const last = ofThis.flatMap(({ before, after }) => [before, after]).findLast((state) => state !== null)!;
    return [toRow({ record, copied: byId.get(id) ?? {}, last, first: ofThis[0]! })];
  });
  return [...copied.filter(({ id }) => !stepsOf.has(String(id))), ...written];
}

function writtenBy({ record, copied }: Told): Row {
  const { id, journalId, pupilId, lessonId, setAt, setBy, openingId, changes } = record;
  const version = Number(copied["version"] ?? 0) + changes;
  const place = { id, journal_id: journalId, pupil_id: pupilId, lesson_id: lessonId };
  return { ...place, version, set_at: setAt!.toISOString(), set_by: setBy, opening_id: openingId };
}

function lessonRow({ record, copied, first }: Told): Row {
  const { topic = null, status = "PLANNED" } = record.state ?? {};
  const recorded = { recorded_at: copied["recorded_at"] ?? first.at.toISOString(), recorded_by: copied["recorded_by"] ?? first.actorId };
  return { ...copied, ...recorded, taught_by: copied["taught_by"] ?? first.actorId, status, topic };
}

function columnRow({ record: { id, lessonId, state } }: Told): Row {
  const { number, kind, weight, title, mandatory, scale, maxPoints } = state!;
  return { id, lesson_id: lessonId, number, kind, weight, title, mandatory, scale, max_points: maxPoints };
}

function markRow(told: Told): Row {
  const { value = null, comment = null, points = null, debtUntil = null } = told.record.state ?? {};
  const { assessmentId, attempt = 1 } = told.last;
  const grade = /^[1-5]$/.test(String(value)) ? Number(value) : null;
  const passed = value === "PASS" ? true : value === "FAIL" ? false : null;
  return { ...writtenBy(told), assessment_id: assessmentId, attempt, grade, passed, comment, points, debt_until: debtUntil };
}

function withShares(marks: readonly Row[], rule: RetakeRule): Row[] {
  const works = Map.groupBy(marks, (mark) => `${mark["assessment_id"]} ${mark["pupil_id"]}`);
  return [...works.values()].flatMap((work) => {
    const attempts = work.toSorted((one, other) => Number(one["attempt"]) - Number(other["attempt"]));
    const shares = retakeShares(
      attempts.map(({ grade }) => grade as number | null),
      rule,
    );
    return attempts.map((mark, index) => ({ ...mark, share: shares[index] }));
  });
}

function absenceRow(told: Told): Row {
  const { kind = null, minutesLate = null, reason = null } = told.record.state ?? {};
  return { ...writtenBy(told), kind, minutes_late: minutesLate, reason };
}

function homeworkRow(told: Told): Row {
  const { text = "", dueOn = null, expectedMinutes = null } = told.record.state ?? {};
  return { ...writtenBy(told), text, due_on: dueOn, expected_minutes: expectedMinutes };
}

function termMarkRow(told: Told): Row {
  const { value = null, suggested = null, reason = null } = told.record.state ?? {};
  const { kind, termId } = told.last;
  const [grade, passed, special] = storedTermMark(value as string | null);
  const isGrade = /^[1-5]$/.test(String(suggested));
  const asSuggested = { suggested: isGrade ? Number(suggested) : null, suggested_special: isGrade ? null : suggested };
  return { ...writtenBy(told), kind, term_id: termId, grade, passed, special, ...asSuggested, reason };
}

const STEPS = `
  SELECT at, actor_id AS "actorId", thing, thing_id AS "thingId", journal_id AS "journalId", lesson_id AS "lessonId", pupil_id AS "pupilId", opening_id AS "openingId",
    before, after FROM history WHERE school_id = $1 AND thing = ANY($2::text[]) ORDER BY seq`;

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import pg from "pg";
import { verify } from "@node-rs/argon2";
import { startThrowawayPostgres, type ThrowawayPostgres } from "../database/throwaway-postgres.ts";
import { suggestTermMark } from "../../api/dist/modules/term-marks/suggest-term-mark.js";
import { TERM_FACTS, termFactsValues, toReckonedTerm, type TermFactsRow } from "../../api/dist/modules/term-marks/term-facts.js";
import { testDemoHistory } from "../history/demo-history-tests.ts";
import { loadDemo } from "./load-demo.ts";

const TODAY = "2026-11-23";

describe("the demo school", () => {
  let postgres: ThrowawayPostgres;
  let client: pg.Client;
  before(async () => {
    postgres = await startThrowawayPostgres();
    const admin = new pg.Client({ connectionString: postgres.url("postgres") });
    await admin.connect();
    await admin.query(`CREATE DATABASE demo TEMPLATE ${postgres.template}`);
    await admin.end();
    await loadDemo({ ownerUrl: postgres.url("demo"), schools: 1, today: TODAY, onProgress: () => undefined });
    client = new pg.Client({ connectionString: postgres.url("demo") });
    await client.connect();
  });
  after(async () => {
    await client?.end();
    await postgres?.stop();
  });

  const one = async (text: string): Promise<unknown> => Object.values((await client.query<Record<string, unknown>>(text)).rows[0]!)[0];
  const list = async (text: string): Promise<string[]> => (await client.query<{ line: string }>(text)).rows.map(({ line }) => line);
  const isBetween = (value: unknown, least: number, most: number): void =>
    assert.ok(Number(value) >= least && Number(value) <= most, `${String(value)} is not between ${least} and ${most}`);

  it("has 44 classes with 1,200 pupils today, and 75 staff", async () => {
    assert.equal(
      await one(`SELECT count(*)::int FROM school_class c JOIN academic_year y ON y.id = academic_year_id WHERE y.status = 'CURRENT'`),
      44,
    );
    assert.equal(await one(`SELECT count(*)::int FROM enrolment WHERE daterange(valid_from, valid_to, '[]') @> date '${TODAY}'`), 1200);
    assert.equal(await one("SELECT count(*)::int FROM staff"), 75);
    assert.deepEqual(await list(`SELECT DISTINCT label AS line FROM school_class WHERE grade >= 10 ORDER BY 1`), [
      "10«А»",
      "10«Б»",
      "11«А»",
      "11«Б»",
    ]);
  });

  it("has marks, absences and homework in the measure of a real one", async () => {
    const ofYear = `lesson_date < '2026-06-01'`;
    isBetween(await one(`SELECT count(*) FROM mark WHERE ${ofYear}`), 300_000, 500_000);
    isBetween(await one(`SELECT count(*) FROM attendance WHERE ${ofYear}`), 50_000, 75_000);
    isBetween(await one(`SELECT count(*) FROM lesson WHERE date < '2026-06-01'`), 40_000, 52_000);
    isBetween(await one(`SELECT avg((grade = 2)::int) FROM mark WHERE grade IS NOT NULL`), 0.01, 0.08);
    isBetween(await one(`SELECT avg(grade) FROM mark`), 3.7, 4.4);
  });

  it("lets no teacher be in two places at once, nor a class", async () => {
    const week = `WITH week AS (
      SELECT l.school_id, l.id, l.date, l.starts_at, l.ends_at, j.class_id, j.group_id, coalesce(l.taught_by, s.staff_id, l.teacher_id) AS teacher
      FROM lesson l JOIN journal j ON j.id = l.journal_id LEFT JOIN substitution s ON s.lesson_id = l.id
      WHERE l.date BETWEEN '2026-11-16' AND '2026-11-24' AND l.status <> 'CANCELLED'),
      pairs AS (SELECT a.*, b.class_id AS class_id_b, b.group_id AS group_id_b, b.teacher AS teacher_b
                FROM week a JOIN week b ON b.date = a.date AND b.id > a.id AND b.starts_at < a.ends_at AND b.ends_at > a.starts_at)`;
    assert.equal(await one(`${week} SELECT count(*)::int FROM pairs WHERE teacher = teacher_b`), 0);
    assert.equal(await one(`${week} SELECT count(*)::int FROM pairs WHERE class_id = class_id_b`), 0);
    assert.equal(
      await one(`${week} SELECT count(*)::int FROM pairs JOIN group_membership m ON m.school_id = pairs.school_id AND m.group_id = pairs.group_id AND daterange(m.valid_from, m.valid_to, '[]') @> date
                 JOIN group_membership n ON n.school_id = pairs.school_id AND n.group_id = group_id_b AND n.pupil_id = m.pupil_id AND daterange(n.valid_from, n.valid_to, '[]') @> date`),
      0,
    );
  });

  it("has recorded its lessons up to this morning, but for those that somebody forgot, and plans the rest", async () => {
    assert.equal(await one(`SELECT count(*)::int FROM lesson WHERE date > '${TODAY}' AND status = 'HELD'`), 0);
    isBetween(await one(`SELECT count(*) FROM lesson WHERE date < '${TODAY}' AND status = 'PLANNED'`), 5, 100);
    isBetween(await one(`SELECT count(*) FROM lesson WHERE date = '${TODAY}' AND status = 'HELD'`), 50, 250);
    isBetween(await one(`SELECT count(*) FROM lesson WHERE date = '${TODAY}' AND status = 'PLANNED'`), 50, 250);
  });

  it("sets marks only to pupils who were there, and none to the youngest", async () => {
    assert.equal(
      await one(
        `SELECT count(*)::int FROM mark m JOIN attendance a ON a.lesson_id = m.lesson_id AND a.pupil_id = m.pupil_id AND a.kind <> 'LATE'
           WHERE NOT EXISTS (SELECT FROM resit r WHERE r.assessment_id = m.assessment_id AND r.pupil_id = m.pupil_id AND r.planned_on < '${TODAY}')`,
      ),
      0,
    );
    assert.equal(
      await one(`SELECT count(*)::int FROM mark m JOIN journal j ON j.id = m.journal_id JOIN enrolment e ON e.pupil_id = m.pupil_id
                 WHERE j.class_id = e.class_id AND NOT daterange(e.valid_from, e.valid_to, '[]') @> m.lesson_date
                   AND NOT EXISTS (SELECT FROM enrolment o WHERE o.pupil_id = m.pupil_id AND o.class_id = j.class_id AND daterange(o.valid_from, o.valid_to, '[]') @> m.lesson_date)`),
      0,
    );
    const ofFirst = `JOIN school_class c ON c.id = j.class_id WHERE c.grade = 1`;
    assert.equal(await one(`SELECT count(*)::int FROM mark m JOIN journal j ON j.id = m.journal_id ${ofFirst}`), 0);
    assert.equal(await one(`SELECT count(*)::int FROM homework h JOIN journal j ON j.id = h.journal_id ${ofFirst}`), 0);
  });

  it("marks a control work of everybody who was present, but for a few of the last days", async () => {
    assert.equal(
      await one(`SELECT count(*)::int FROM assessment s JOIN lesson l ON l.id = s.lesson_id JOIN journal j ON j.id = l.journal_id JOIN enrolment e ON e.class_id = j.class_id
                 WHERE s.mandatory AND l.date < '2026-11-11' AND daterange(e.valid_from, e.valid_to, '[]') @> l.date
                   AND NOT EXISTS (SELECT FROM mark m WHERE m.assessment_id = s.id AND m.pupil_id = e.pupil_id)
                   AND NOT EXISTS (SELECT FROM attendance a WHERE a.lesson_id = l.id AND a.pupil_id = e.pupil_id AND a.kind <> 'LATE')
                   AND NOT EXISTS (SELECT FROM journal home WHERE home.pupil_id = e.pupil_id AND home.academic_year_id = j.academic_year_id)`),
      0,
    );
  });

  it("leaves some control works incomplete, plans resits, and has marks of those that are over", async () => {
    const works = `FROM assessment s JOIN lesson l ON l.id = s.lesson_id WHERE s.mandatory AND l.date BETWEEN '2026-11-11' AND '${TODAY}'`;
    isBetween(await one(`SELECT count(*) ${works}`), 50, 600);
    isBetween(await one(`SELECT count(*) FROM resit WHERE planned_on > '${TODAY}'`), 5, 600);
    isBetween(
      await one(`SELECT count(*) FROM resit r JOIN mark m ON m.assessment_id = r.assessment_id AND m.pupil_id = r.pupil_id`),
      5,
      600,
    );
    assert.equal(await one(`SELECT count(*)::int FROM resit r JOIN lesson l ON l.id = r.lesson_id WHERE r.planned_on <= l.date`), 0);
  });

  it("has term marks of every term that is over and year marks of the closed year", async () => {
    const kinds = `SELECT DISTINCT t.kind || ' ' || t.number || ' ' || y.name AS line FROM term_mark m JOIN term t ON t.id = m.term_id JOIN academic_year y ON y.id = t.academic_year_id`;
    assert.deepEqual((await list(kinds)).toSorted(), [
      ...["HALF_YEAR 1 2025/2026", "HALF_YEAR 2 2025/2026", "QUARTER 1 2025/2026", "QUARTER 1 2026/2027"],
      ...["QUARTER 2 2025/2026", "QUARTER 3 2025/2026", "QUARTER 4 2025/2026"],
    ]);
    assert.deepEqual(
      await list(
        `SELECT DISTINCT y.status AS line FROM term_mark m JOIN journal j ON j.id = m.journal_id JOIN academic_year y ON y.id = j.academic_year_id WHERE m.kind = 'YEAR'`,
      ),
      ["CLOSED"],
    );
    isBetween(
      await one(
        "SELECT avg((special = 'NOT_ASSESSED')::int) FROM (SELECT coalesce(special, '') AS special FROM term_mark WHERE kind = 'TERM') t",
      ),
      0.002,
      0.04,
    );
  });

  it("gives term marks by the school's own rules: the journal suggests the same, and one that differs has its reason", async () => {
    const schoolId = String(await one("SELECT school_id FROM school"));
    // Every three hundredth, and all of those who came from another class in the middle of the term.
    const { rows } = await client.query<{ journal_id: string; term_id: string; pupil_id: string; suggested: string | null }>(
      `SELECT m.journal_id, m.term_id, m.pupil_id, coalesce(m.suggested::text, m.suggested_special) AS suggested FROM (
         SELECT *, row_number() OVER (ORDER BY id) AS place FROM term_mark WHERE kind = 'TERM') m
       JOIN journal j ON j.id = m.journal_id AND j.marking_scheme = 'FIVE_POINT' JOIN term t ON t.id = m.term_id
       WHERE m.place % 300 = 0 OR EXISTS (SELECT FROM enrolment e WHERE e.pupil_id = m.pupil_id AND e.class_id = j.class_id
         AND e.valid_from > t.starts_on AND e.valid_from <= t.ends_on)`,
    );
    const places = rows.map((row) => ({ journalId: row.journal_id, termId: row.term_id, pupilId: row.pupil_id }));
    const { rows: facts } = await client.query<TermFactsRow>(TERM_FACTS.text, termFactsValues(schoolId, places, TODAY));
    const reckoned = facts.map(toReckonedTerm).map((term) => suggestTermMark(term.facts, term.rules).grade);
    assert.deepEqual(
      rows.map(({ suggested }) => suggested),
      reckoned.map((grade) => (grade === null ? "NOT_ASSESSED" : String(grade))),
    );
    const differing = "term_mark WHERE coalesce(grade::text, special) <> coalesce(suggested::text, suggested_special)";
    isBetween(await one(`SELECT count(*) FROM ${differing}`), 500, 20_000);
    assert.equal(await one(`SELECT count(*)::int FROM ${differing} AND reason IS NULL`), 0);
    assert.equal(
      await one(`SELECT count(*)::int FROM term_mark WHERE reason IS NOT NULL AND NOT (id IN (SELECT id FROM ${differing}))`),
      0,
    );
    isBetween(await one("SELECT count(*) FROM term_mark WHERE kind = 'EXAM'"), 40, 400);
    isBetween(await one("SELECT count(*) FROM term_mark WHERE kind = 'FINAL'"), 500, 4_000);
  });

  it("has journals of every kind but family education, and every marking scheme", async () => {
    assert.deepEqual(await list("SELECT DISTINCT kind AS line FROM journal ORDER BY 1"), [
      "CLASS",
      "ELECTIVE",
      "EXTRACURRICULAR",
      "GROUP",
      "HOME",
      "INDIVIDUAL_GROUP",
    ]);
    assert.deepEqual(await list("SELECT DISTINCT marking_scheme AS line FROM journal ORDER BY 1"), ["FIVE_POINT", "NONE", "PASS_FAIL"]);
  });

  it("writes every topic in Russian", async () => {
    assert.equal(await one(`SELECT count(*)::int FROM plan_topic WHERE title !~ '[а-яё]'`), 0);
  });

  it("has the people of the demo logins, who meet: family, teacher and class teacher of one class", async () => {
    const { rows } = await client.query<{ login: string; password_hash: string; person_id: string }>(
      "SELECT login, password_hash, person_id FROM account ORDER BY login",
    );
    assert.deepEqual(
      rows.map(({ login }) => login),
      ["admin", "classteacher", "deputy", "director", "parent", "pupil", "teacher"],
    );
    for (const { login, password_hash } of rows) assert.ok(await verify(password_hash, `demo-${login}`), login);
    const id = Object.fromEntries(rows.map(({ login, person_id }) => [login, person_id]));
    const children = await list(`SELECT pupil_id::text AS line FROM guardianship WHERE guardian_id = '${id["parent"]}'`);
    assert.equal(children.length, 2);
    assert.ok(children.includes(id["pupil"]!));
    const now = `daterange(valid_from, valid_to, '[]') @> date '${TODAY}'`;
    const classes = await list(`SELECT class_id::text AS line FROM enrolment WHERE ${now} AND pupil_id = ANY ('{${children.join(",")}}')`);
    assert.equal(new Set(classes).size, 2);
    const classOfPupil = await one(`SELECT class_id FROM enrolment WHERE ${now} AND pupil_id = '${id["pupil"]}'`);
    assert.equal(await one(`SELECT class_id FROM class_teacher WHERE staff_id = '${id["classteacher"]}' AND ${now}`), classOfPupil);
    isBetween(
      await one(
        `SELECT count(*) FROM teaching_load l JOIN journal j ON j.id = l.journal_id WHERE staff_id = '${id["classteacher"]}' AND ${now}`,
      ),
      1,
      30,
    );
    isBetween(
      await one(
        `SELECT count(*) FROM teaching_load l JOIN journal j ON j.id = l.journal_id WHERE staff_id = '${id["teacher"]}' AND ${now} AND j.class_id = '${String(classOfPupil)}'`,
      ),
      1,
      5,
    );
    isBetween(await one(`SELECT count(*) FROM lesson WHERE teacher_id = '${id["teacher"]}' AND date = '${TODAY}'`), 2, 9);
    assert.equal(await one("SELECT is_demo FROM school"), true);
  });

  it("has announcements that the people of the demo logins have read, and some that they have not", async () => {
    const seen = await list(
      `SELECT login || ': ' || title || CASE WHEN read_at IS NULL THEN '' ELSE ' ✓' END AS line
       FROM announcement_recipient r JOIN announcement a ON a.id = announcement_id JOIN account ON account.person_id = r.person_id
       WHERE login IN ('parent', 'pupil', 'teacher') AND date '${TODAY}' BETWEEN shown_from AND shown_to ORDER BY login, published_at`,
    );
    assert.deepEqual(seen, [
      ...["parent: Вход в школу по электронным пропускам ✓", "parent: Родительское собрание 26.11"],
      ...["pupil: Вход в школу по электронным пропускам ✓", "pupil: Дежурим по школе"],
      ...["teacher: Вход в школу по электронным пропускам ✓", "teacher: Педагогический совет 25.11 ✓"],
    ]);
    isBetween(await one("SELECT count(*) FROM announcement WHERE shown_to < '2026-11-23'"), 1, 3);
    isBetween(
      await one(
        "SELECT avg((acknowledged_at IS NOT NULL)::int) FROM announcement_recipient JOIN announcement a ON a.id = announcement_id WHERE needs_acknowledgement",
      ),
      0.3,
      0.9,
    );
    assert.equal(
      await one(
        "SELECT count(*)::int FROM announcement_recipient r JOIN announcement a ON a.id = announcement_id WHERE read_at < published_at OR read_at > '2026-11-23 11:30+03'",
      ),
      0,
    );
  });

  it("has conversations between the people of the demo logins, some of them unread", async () => {
    const threads = await list(
      `SELECT login || ': ' || count(*) || ', ' || sum(last_seq - last_read_seq) AS line FROM conversation_member m
       JOIN conversation c ON c.id = conversation_id JOIN account ON account.person_id = m.person_id GROUP BY login ORDER BY login`,
    );
    assert.deepEqual(threads, ["classteacher: 3, 1", "deputy: 2, 0", "parent: 4, 3", "pupil: 1, 1", "teacher: 4, 1"]);
    assert.equal(await one("SELECT count(*)::int FROM message WHERE sent_at > '2026-11-23 11:30+03' OR text ~ 'undefined|null|\\('"), 0);
    assert.equal(
      await one("SELECT count(*)::int FROM message m JOIN lesson ON lesson.id = m.lesson_id AND lesson.date <= m.sent_at::date"),
      2,
    );
    assert.equal(
      await one(
        "SELECT count(*)::int FROM conversation c WHERE last_at <> (SELECT max(sent_at) FROM message WHERE conversation_id = c.id)",
      ),
      0,
    );
  });

  it("is not loaded twice", async () => {
    const lessons = await one("SELECT count(*)::int FROM lesson");
    await loadDemo({ ownerUrl: postgres.url("demo"), schools: 1, today: TODAY, onProgress: () => undefined });
    assert.equal(await one("SELECT count(*)::int FROM lesson"), lessons);
  });

  testDemoHistory(() => ({ client, ownerUrl: postgres.url("demo") }));
});

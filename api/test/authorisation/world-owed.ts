import type { Client } from "pg";
import { uuidv7 } from "uuidv7";
import { insert } from "../factories/insert";
import { makeLesson } from "../factories/journal";
import { makeAbsence, makeColumn } from "../factories/marks";
import { makeResit } from "../factories/resits";
import type { Place } from "./world-things";

/** What the pupil owes: a work in points that is done, a debt (точка), and a control work missed on an earlier day, to be resat on the place's day. */
export async function addOwed(
  owner: Client,
  { school: { schoolId }, lessonId, journalId, date, teacherId }: Place,
  pupilId: string,
  marker: string,
) {
  const counted = uuidv7();
  const column = { school_id: schoolId, lesson_id: lessonId, kind: "INDEPENDENT" };
  await insert(owner, "assessment", { ...column, id: counted, number: 2, scale: "POINTS", max_points: 20 });
  const owed = await makeColumn(owner, { schoolId, lessonId, number: 3, kind: "PROJECT" });
  const cell = { school_id: schoolId, journal_id: journalId, pupil_id: pupilId, lesson_id: lessonId, lesson_date: date };
  const set = { set_at: "2026-11-20T12:00:00Z", set_by: teacherId };
  await insert(owner, "mark", { ...cell, ...set, id: uuidv7(), assessment_id: counted, grade: 4, points: 15 });
  await insert(owner, "mark", { ...cell, ...set, id: uuidv7(), assessment_id: owed, debt_until: "2026-12-01" });
  const missed = await makeLesson(owner, { schoolId, journalId, teacherId, date: "2026-11-17", status: "HELD" });
  const work = await makeColumn(owner, { schoolId, lessonId: missed, kind: "CONTROL", mandatory: true });
  await makeAbsence(owner, { lessonId: missed, pupilId, kind: "SICK" });
  await makeResit(owner, { columnId: work, pupilId, plannedOn: date, note: `ПЕРЕСДАЧА-${marker}` });
}

import type { Client } from "pg";
import { uuidv7 } from "uuidv7";
import { insert } from "../factories/insert";
import { type SmallSchool } from "../factories/small-school";

export interface Place {
  school: SmallSchool;
  journalId: string;
  lessonId: string;
  date: string;
  teacherId: string;
}

export async function addAssessment(owner: Client, { school: { schoolId }, lessonId, journalId }: Place): Promise<string> {
  const id = uuidv7();
  await insert(owner, "assessment", {
    school_id: schoolId,
    id,
    lesson_id: lessonId,
    number: 1,
    kind: "CONTROL",
    title: "Контрольная",
    mandatory: true,
  });
  await insert(owner, "plan_topic", {
    school_id: schoolId,
    id: uuidv7(),
    journal_id: journalId,
    number: 1,
    title: "Дроби",
    homework: "№ 5",
  });
  return id;
}

/** A mark, an absence with its reason (on another lesson of the day before), a term mark and a line of history. */
export async function addPupil(owner: Client, place: Place & { assessmentId: string }, pupilId: string, marker: string): Promise<void> {
  const { school, assessmentId, lessonId, journalId, date, teacherId } = place;
  const at = { school_id: school.schoolId, journal_id: journalId, pupil_id: pupilId };
  const cell = { ...at, lesson_id: lessonId, lesson_date: date, set_at: "2026-11-20T12:00:00Z", set_by: teacherId };
  await insert(owner, "mark", { ...cell, id: uuidv7(), assessment_id: assessmentId, grade: 4, comment: `ОТМЕТКА-${marker}` });
  await insert(owner, "attendance", { ...cell, id: uuidv7(), kind: "LATE", minutes_late: 5, reason: `ПРИЧИНА-${marker}` });
  const term = { ...at, kind: "TERM", term_id: school.quarter1, grade: 4, set_at: "2026-10-24T12:00:00Z", set_by: teacherId };
  await insert(owner, "term_mark", { ...term, id: uuidv7() });
  await insert(owner, "term_mark", { ...term, id: uuidv7(), kind: "YEAR", term_id: null });
  await insert(owner, "history", {
    school_id: school.schoolId,
    seq: (await nextSeq(owner, school.schoolId)).toString(),
    at: "2026-11-20T12:00:00Z",
    actor_id: teacherId,
    operation_id: uuidv7(),
    thing: "MARK",
    thing_id: uuidv7(),
    journal_id: journalId,
    lesson_id: lessonId,
    pupil_id: pupilId,
    before: null,
    after: JSON.stringify({ value: "4", comment: `ПРОШЛОЕ-${marker}` }),
    hash: Buffer.alloc(32),
  });
}

/** The closed quarter, opened for the journal; a request of its teacher that waits, homework and the lesson's marks written late. */
export async function addOpening(owner: Client, { school, journalId, lessonId, teacherId }: Place, marker: string): Promise<void> {
  const openingId = uuidv7();
  const at = { school_id: school.schoolId, term_id: school.quarter1, journal_id: journalId };
  const given = { opened_at: "2026-11-22T00:00:00Z", opened_by: school.staff.deputy, opened_until: "2026-11-30T00:00:00Z" };
  await insert(owner, "term_opening", { ...at, id: openingId, ...given, reason: `РАЗРЕШЕНИЕ-${marker}` });
  await owner.query("UPDATE mark SET opening_id = $1 WHERE lesson_id = $2", [openingId, lessonId]);
  const asked = { requested_by: teacherId, requested_at: "2026-11-22T00:00:00Z", correction: `ПРОСЬБА-${marker}`, reason: "Болезнь" };
  await insert(owner, "opening_request", { ...at, id: uuidv7(), ...asked });
  await insert(owner, "history", {
    school_id: school.schoolId,
    seq: (await nextSeq(owner, school.schoolId)).toString(),
    at: "2026-11-22T12:00:00Z",
    actor_id: teacherId,
    operation_id: uuidv7(),
    thing: "HOMEWORK",
    thing_id: uuidv7(),
    journal_id: journalId,
    lesson_id: lessonId,
    opening_id: openingId,
    before: null,
    after: JSON.stringify({ text: `ПОЗДНО-${marker}` }),
    hash: Buffer.alloc(32),
  });
}

/** A notice to Миша and to his mother, and one that could not be told to anybody. */
export async function addNotices(owner: Client, school: SmallSchool, marker: string): Promise<void> {
  const at = "2026-11-23T00:00:00+03:00";
  for (const person_id of [school.pupils.misha, school.guardians.mother]) {
    const about = { school_id: school.schoolId, person_id, pupil_id: school.pupils.misha, kind: "MARK", source: "mark:1" };
    const content = JSON.stringify({ subject: "Математика", before: null, after: `УВЕДОМЛЕНИЕ-${marker}` });
    await insert(owner, "notice", { ...about, id: uuidv7(), content, occurred_at: at, arrived_at: at, in_portal: true });
  }
  const news = { school_id: school.schoolId, id: uuidv7(), kind: "MARK", payload: "{}", at, due_at: at };
  await insert(owner, "outbox", { ...news, attempts: 8, dead_at: at, error: marker === "МИШИ" ? "ПИСЬМО-НЕ-ДОШЛО" : marker });
}

/** An announcement to a class, which Миша's mother has acknowledged. */
export async function addAnnouncement(
  owner: Client,
  school: SmallSchool,
  { by, classId, to, marker }: { by: string; classId: string; to: readonly string[]; marker: string },
): Promise<string> {
  const id = uuidv7();
  const at = "2026-11-23T00:00:00+03:00";
  const words = { title: "Собрание", text: `ОБЪЯВЛЕНИЕ-${marker}`, shown_from: "2026-11-23", shown_to: "2026-11-30" };
  const of = { school_id: school.schoolId, announcement_id: id };
  await insert(owner, "announcement", {
    school_id: school.schoolId,
    id,
    author_id: by,
    ...words,
    needs_acknowledgement: true,
    published_at: at,
  });
  const audience = { place: 0, kind: "CLASS", class_id: classId, pupils: true, guardians: true, staff: true };
  await insert(owner, "announcement_audience", { ...of, ...audience });
  for (const person_id of to) {
    const read = person_id === school.guardians.mother ? { read_at: at, acknowledged_at: at } : {};
    await insert(owner, "announcement_recipient", { ...of, person_id, ...read });
  }
  return id;
}

/** A forecast as it was sent to a family. */
export async function addForecast(
  owner: Client,
  { schoolId, quarter2 }: SmallSchool,
  { classId, pupilId, by, to, marker }: { classId: string; pupilId: string; by: string; to: readonly string[]; marker: string },
): Promise<string> {
  const id = uuidv7();
  const term = { id: quarter2, kind: "QUARTER", number: 2, startsOn: "2026-11-05", endsOn: "2026-12-28", isClosed: false, openUntil: null };
  const suggestion = { value: "4", cause: "AVERAGE", markCount: 3, leastMarks: 3, missedLessons: 0, heldLessons: 0 };
  const grades = [{ grade: 5, outlook: "REACHABLE", fewest: 3, paths: [{ kinds: ["ORAL"], weight: 1, fives: 3, same: 3 }] }];
  const state = { average: "4.00", suggestion, termMark: null, lessonsLeft: 9, grades };
  const subjects = [{ journalId: uuidv7(), subject: "Математика", teachers: ["Иванова М. П."], ...state }];
  const of = { school_id: schoolId, id, class_id: classId, term_id: quarter2, pupil_id: pupilId };
  await insert(owner, "forecast", {
    ...of,
    figures: JSON.stringify({ term, subjects }),
    words: `ПРОГНОЗ-${marker}`,
    sent_at: "2026-11-23T00:00:00+03:00",
    sent_by: by,
  });
  for (const person_id of to) await insert(owner, "forecast_recipient", { school_id: schoolId, forecast_id: id, person_id });
  return id;
}

/** A thread of two messages: an edited one, and one that was brought before the deputy. */
export async function addThread(
  owner: Client,
  { schoolId }: SmallSchool,
  { staffId, guardianId, pupilId }: { staffId: string; guardianId: string; pupilId: string },
  marker: string,
): Promise<{ conversationId: string; messageId: string }> {
  const [conversationId, messageId, reportedId] = [uuidv7(), uuidv7(), uuidv7()];
  const own = { school_id: schoolId };
  const at = "2026-11-23T00:00:00+03:00";
  const pair_key = `${staffId} ${guardianId} ${pupilId}`;
  await insert(owner, "conversation", {
    ...own,
    id: conversationId,
    pair_key,
    started_by: guardianId,
    started_at: at,
    last_at: at,
    last_seq: 2,
  });
  const thread = { ...own, conversation_id: conversationId };
  await insert(owner, "conversation_member", { ...thread, person_id: staffId, side: "STAFF" });
  await insert(owner, "conversation_member", { ...thread, person_id: guardianId, side: "FAMILY" });
  await insert(owner, "conversation_pupil", { ...thread, pupil_id: pupilId });
  const message = { ...thread, author_id: guardianId, sent_at: at };
  await insert(owner, "message", { ...message, id: messageId, seq: 1, text: `ПЕРЕПИСКА-${marker}` });
  await insert(owner, "message", { ...message, id: reportedId, seq: 2, text: `ЖАЛОБА-${marker}` });
  if (marker !== "БОРИ")
    await insert(owner, "message_report", {
      ...own,
      id: uuidv7(),
      message_id: reportedId,
      reported_by: staffId,
      reported_at: at,
      reason: "Грубость",
    });
  const change = { ...own, seq: await nextSeq(owner, schoolId), at, actor_id: guardianId, operation_id: uuidv7(), hash: Buffer.alloc(32) };
  await insert(owner, "history", {
    ...change,
    thing: "MESSAGE",
    thing_id: messageId,
    before: { text: `ПЕРЕПИСКА-${marker}` },
    after: { text: "Иное" },
  });
  return { conversationId, messageId };
}

/** A question about the pupil's mark in the column, to which nobody has answered in time. */
export async function addQuestion(
  owner: Client,
  { schoolId }: SmallSchool,
  { staffId, guardianId, pupilId }: { staffId: string; guardianId: string; pupilId: string },
  assessmentId: string,
  marker: string,
): Promise<string> {
  const id = uuidv7();
  const at = "2026-11-18T09:00:00Z";
  await owner.query(
    `INSERT INTO mark_question (school_id, id, pupil_id, journal_id, mark_id, asked_value, marked_by, asked_by, asked_at, asked_on, due_on, last_seq)
     SELECT school_id, $1, pupil_id, journal_id, id, '4', $2, $3, $4, '2026-11-18', '2026-11-20', 1 FROM mark WHERE assessment_id = $5 AND pupil_id = $6`,
    [id, staffId, guardianId, at, assessmentId, pupilId],
  );
  const text = { seq: 1, author_id: guardianId, side: "FAMILY", text: `ВОПРОС-${marker}`, written_at: at };
  await insert(owner, "mark_question_text", { school_id: schoolId, question_id: id, ...text });
  return id;
}

async function nextSeq(owner: Client, schoolId: string): Promise<number> {
  const { rows } = await owner.query<{ next: number }>(
    "SELECT (COALESCE(max(seq), 0) + 1)::int AS next FROM history WHERE school_id = $1",
    [schoolId],
  );
  return rows[0]!.next;
}

export async function addHomework(
  owner: Client,
  { school: { schoolId }, lessonId, journalId, teacherId }: Place,
  marker: string,
): Promise<void> {
  const homework = {
    id: uuidv7(),
    lesson_id: lessonId,
    journal_id: journalId,
    text: `ЗАДАНИЕ-${marker}`,
    due_on: "2026-11-24",
    expected_minutes: 20,
  };
  await insert(owner, "homework", { school_id: schoolId, ...homework, set_at: "2026-11-20T12:00:00Z", set_by: teacherId });
}

/** A draft of the class teacher's: nobody else reads it. */
export async function addAnalysis(owner: Client, school: SmallSchool, marker: string): Promise<void> {
  const { schoolId, class5A, quarter1, staff } = school;
  const words = { conclusions: `Выводы ${marker}`, causes: "", measures: "" };
  const saved = { saved_at: "2026-10-26T12:00:00+03:00", saved_by: staff.classTeacher };
  await insert(owner, "term_analysis", {
    ...{ school_id: schoolId, id: uuidv7(), class_id: class5A, term_id: quarter1, status: "DRAFT", figures: "{}" },
    ...words,
    ...saved,
  });
}

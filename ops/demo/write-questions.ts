import { randomUUID } from "node:crypto";
import type { ClientBase } from "pg";
import { appendHistory } from "../../api/dist/kernel/history.js";
import { ownerTransaction } from "../../api/dist/modules/imports/owner-transaction.js";
import { namedId } from "./demo-ids.ts";
import { isoWeekday, plusDays, schoolDayBefore } from "./school-calendar.ts";
import type { AnnouncingSchool } from "./write-announcements.ts";

/** A question of the demo parent about a mark of the demo pupil. Days are counted back in school days. */
interface DemoQuestion {
  /** Whose mark: of mathematics, which `teacher` teaches, or of another subject. */
  ofTeacher: boolean;
  askedAgo: number;
  time: string;
  text: string;
  answer?: { ago: number; time: string; text: string; outcome: "EXPLAINED" | "STAYS" };
}

/** One that waits, one that was answered and ended, one that nobody answered in time. */
const QUESTIONS: readonly DemoQuestion[] = [
  {
    ofTeacher: true,
    askedAgo: 1,
    time: "19:20",
    text: "Здравствуйте! Подскажите, пожалуйста, за что снижена отметка и можно ли её исправить?",
  },
  {
    ...{
      ofTeacher: true,
      askedAgo: 8,
      time: "18:05",
      text: "Добрый вечер! Объясните, пожалуйста, почему такая отметка: дома все примеры решены верно.",
    },
    answer: {
      ...{ ago: 7, time: "14:30", outcome: "STAYS" },
      text: "Здравствуйте! Ответы верные, но в двух заданиях нет решения, а оно входит в оценку. Тетрадь отдала, посмотрите пометки на полях.",
    },
  },
  { ofTeacher: false, askedAgo: 6, time: "20:10", text: "Здравствуйте! Работа была сдана вовремя, а отметка снижена. За что именно?" },
];

/** School days for an answer, as the rules have it by default. */
const DAYS_TO_ANSWER = 3;

/** Writes the demo parent's questions about marks, each about another mark, with their history: a question never comes without. */
export async function writeQuestions(client: ClientBase, school: AnnouncingSchool): Promise<void> {
  const used: string[] = [];
  for (const [place, question] of QUESTIONS.entries()) {
    const values = [
      school.id,
      school.personOf("pupil"),
      school.personOf("teacher"),
      question.ofTeacher,
      schoolDayBefore(school.today, question.askedAgo),
      used,
    ];
    const mark = (await client.query<DemoMark>(MARK, values)).rows[0];
    if (!mark) continue;
    used.push(mark.id);
    await write(client, school, question, mark, place);
  }
}

interface DemoMark {
  id: string;
  journal: string;
  value: string;
  setBy: string;
}

async function write(client: ClientBase, school: AnnouncingSchool, question: DemoQuestion, mark: DemoMark, place: number): Promise<void> {
  const { id: schoolId, seed, today, personOf } = school;
  const { askedAgo, time, text, answer } = question;
  const moment = (ago: number, at: string) => new Date(`${schoolDayBefore(today, ago)}T${at}:00+03:00`);
  const askedAt = moment(askedAgo, time);
  const id = namedId(seed, askedAt.getTime(), `QUESTION ${place}`);
  const answeredAt = answer ? moment(answer.ago, answer.time) : null;
  const dueOn =
    askedAgo > DAYS_TO_ANSWER ? schoolDayBefore(today, askedAgo - DAYS_TO_ANSWER) : schoolDayAfter(today, DAYS_TO_ANSWER - askedAgo);
  const asked = [
    schoolId,
    id,
    personOf("pupil"),
    mark.journal,
    mark.id,
    mark.value,
    mark.setBy,
    personOf("parent"),
    askedAt,
    schoolDayBefore(today, askedAgo),
    dueOn,
  ];
  await client.query(ASK, [
    ...asked,
    answer ? 2 : 1,
    answer ? mark.setBy : null,
    answeredAt,
    answer && schoolDayBefore(today, answer.ago),
    answer?.outcome ?? null,
  ]);
  const texts = [
    { seq: 1, author: personOf("parent"), side: "FAMILY", text, at: askedAt },
    ...(answer ? [{ seq: 2, author: mark.setBy, side: "STAFF", text: answer.text, at: answeredAt }] : []),
  ];
  await client.query(WRITE_TEXTS, [schoolId, id, JSON.stringify(texts)]);
  const entry = { thing: "QUESTION", thingId: id, journalId: mark.journal, pupilId: personOf("pupil"), before: null } as const;
  const transaction = ownerTransaction(client, schoolId);
  const first = { ...entry, after: { markId: mark.id, termMarkId: null, value: mark.value, dueOn, text } };
  await appendHistory(transaction, { at: askedAt, actorId: personOf("parent"), operationId: randomUUID() }, [first]);
  if (!answer) return;
  await appendHistory(transaction, { at: answeredAt!, actorId: mark.setBy, operationId: randomUUID() }, [
    { ...entry, after: { seq: 2, side: "STAFF", text: answer.text } },
    { ...entry, before: { value: mark.value }, after: { outcome: answer.outcome, value: mark.value } },
  ]);
}

/** So many working days after today. */
function schoolDayAfter(today: string, days: number): string {
  let date = today;
  for (let left = days; left > 0;) {
    date = plusDays(date, 1);
    if (isoWeekday(date) <= 5) left -= 1;
  }
  return date;
}

/** The last mark below 5 before a day, of the teacher $3 or of others; $6 those that are taken. */
const MARK = `
  SELECT mark.id, mark.journal_id AS journal, mark.grade::text AS value, mark.set_by AS "setBy" FROM mark
  WHERE mark.school_id = $1 AND mark.pupil_id = $2 AND (mark.set_by = $3) = $4::boolean AND mark.lesson_date < $5::date AND mark.grade < 5 AND mark.id <> ALL($6::uuid[])
  ORDER BY mark.lesson_date DESC, mark.id LIMIT 1`;

const ASK = `
  INSERT INTO mark_question (school_id, id, pupil_id, journal_id, mark_id, asked_value, marked_by, asked_by, asked_at, asked_on, due_on, last_seq, answered_by, answered_at,
    answered_on, closed_by, closed_at, outcome, closed_value, version)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $13, $14, $16, CASE WHEN $16::text IS NOT NULL THEN $6::text END, $12)`;

const WRITE_TEXTS = `
  INSERT INTO mark_question_text (school_id, question_id, seq, author_id, side, text, written_at)
  SELECT $1, $2, seq, author, side, text, at FROM jsonb_to_recordset($3::jsonb) AS t (seq integer, author uuid, side text, text text, at timestamptz)`;

import type { TestClient } from "../test-server";
import { send } from "./commands";
import { makeColumn, makeMark } from "./marks";
import type { SmallSchool } from "./small-school";
import type { Client } from "pg";

/** A question as most tests look at it. */
export interface QuestionAnswer {
  id: string;
  state: string;
  outcome: string | null;
  askedValue: string;
  value: string | null;
  dueOn: string;
  isOverdue: boolean;
  isAnsweredLate: boolean;
  textCount: number;
  version: number;
}

/** A thread as most tests look at it. */
export interface ThreadAnswer {
  question: QuestionAnswer;
  texts: { seq: number; side: string; authorName: string; isMine: boolean; text: string }[];
  changes: { before: string | null; after: string | null }[];
  mayWrite: boolean;
  mayAnswer: boolean;
  outcomes: string[];
}

const QUESTION = `id state outcome askedValue value dueOn isOverdue isAnsweredLate textCount version markId termMarkId lessonDate workKind termMarkKind termNumber
  pupilName classLabel subject teachers answeredByName closedByName lastText lastSide`;
const THREAD = `thread { question { ${QUESTION} } texts { seq side authorName isMine text } changes { before after } mayWrite mayAnswer outcomes }`;

interface Payload {
  thread: ThreadAnswer;
}

/** Asks about a mark of a lesson. */
export function ask(client: TestClient, pupilId: string, markId: string, more: object = {}) {
  return send<Payload>(client, "askAboutMark", { pupilId, markId, text: "Почему тройка?", ...more }, THREAD);
}

/** Writes in a question. */
export function write(client: TestClient, questionId: string, text: string, more: object = {}) {
  return send<Payload>(client, "writeToQuestion", { questionId, text, ...more }, THREAD);
}

/** Answers as a teacher. */
export function answer(client: TestClient, questionId: string, version: number, more: object = {}) {
  return send<Payload>(client, "answerQuestion", { questionId, version, text: "Две ошибки в решении.", ...more }, THREAD);
}

/** Closes a question. */
export function close(client: TestClient, questionId: string, version: number, outcome: string, more: object = {}) {
  return send<Payload>(client, "closeQuestion", { questionId, version, outcome, ...more }, THREAD);
}

/** The thread that a command without errors answered. */
export async function threadOf(answered: ReturnType<typeof ask>): Promise<ThreadAnswer> {
  const { data, errors } = await answered;
  expect(errors).toEqual([]);
  return Object.values(data!)[0]!.thread;
}

/** The code with which a command was refused; null: it was not. */
export async function codeOf(answered: ReturnType<typeof ask>): Promise<string | null> {
  return (await answered).errors[0]?.extensions.code ?? null;
}

/** A question as somebody opens it, or the code of the refusal. */
export async function openThread(client: TestClient, id: string): Promise<ThreadAnswer | string> {
  const { data, errors } = await client.send<{ markQuestion: ThreadAnswer }>(
    `query ($id: ID!) { markQuestion(id: $id) { question { ${QUESTION} } texts { seq side authorName isMine text } changes { before after } mayWrite mayAnswer outcomes } }`,
    { id },
  );
  return errors[0]?.extensions.code ?? data!.markQuestion;
}

/** A list of questions by its root field and arguments, or the code of the refusal. */
export async function listed(client: TestClient, field: string, more = ""): Promise<(QuestionAnswer & { lastText: string })[] | string> {
  const { data, errors } = await client.send<Record<string, { nodes: (QuestionAnswer & { lastText: string })[] }>>(
    `{ ${field}${more} { totalCount nodes { ${QUESTION} } pageInfo { hasNextPage endCursor } } }`,
  );
  return errors[0]?.extensions.code ?? data![field]!.nodes;
}

/** Миша's mark in mathematics on Friday, in a column of its own. @returns the mark's id and where it stands. */
export async function fridayMark(
  owner: Client,
  school: SmallSchool,
  grade = 3,
  number = 1,
): Promise<{ markId: string; columnId: string; lessonId: string }> {
  const columnId = await makeColumn(owner, { schoolId: school.schoolId, lessonId: school.lessons.friday, number, kind: "CONTROL" });
  await makeMark(owner, { columnId, pupilId: school.pupils.misha, grade });
  const { rows } = await owner.query<{ id: string }>("SELECT id FROM mark WHERE assessment_id = $1", [columnId]);
  return { markId: rows[0]!.id, columnId, lessonId: school.lessons.friday };
}

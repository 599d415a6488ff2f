import type { TestClient, TestServer } from "../test-server";
import { send, setMarks, type CellAnswer } from "./commands";
import type { SmallSchool } from "./small-school";

/** A notice as its reader sees it. */
export interface ToldNotice {
  id: string;
  kind: string;
  pupilName: string | null;
  subject: string | null;
  lessonDate: string | null;
  before: string | null;
  after: string | null;
  title: string | null;
  text: string | null;
  readAt: string | null;
}

const NOTICES = `query ($unreadOnly: Boolean, $first: Int, $after: String) { notices(unreadOnly: $unreadOnly, first: $first, after: $after) {
  totalCount pageInfo { hasNextPage endCursor }
  nodes { id kind pupilName subject lessonDate before after title text readAt } } }`;

/** One page of a reader's notices. */
export async function noticesOf(
  client: TestClient,
  variables = {},
): Promise<{ totalCount: number; nodes: ToldNotice[]; pageInfo: { endCursor: string } }> {
  const { data, errors } = await client.send<{ notices: Awaited<ReturnType<typeof noticesOf>> }>(NOTICES, variables);
  expect(errors).toEqual([]);
  return data!.notices;
}

/** What somebody was told, newest first. */
export async function told(server: TestServer, login: string): Promise<ToldNotice[]> {
  return (await noticesOf(await server.signIn(login))).nodes;
}

/** As if what was told so far had happened so many minutes ago. */
export async function minutesPass(server: TestServer, minutes: number): Promise<void> {
  await server.owner.query(
    `UPDATE notice SET occurred_at = occurred_at - $1 * interval '1 minute', arrived_at = arrived_at - $1 * interval '1 minute',
       content = content || jsonb_build_object('changedAt', (content->>'changedAt')::timestamptz - $1 * interval '1 minute')`,
    [minutes],
  );
}

/** Friday's marks of the small school, by the teacher of mathematics. */
export function fridayMarks(school: SmallSchool, teacher: TestClient) {
  const lesson = { journalId: school.journals.maths5A, lessonId: school.lessons.friday };
  return {
    lesson,
    mark: async (value: string, version: number, pupilId = school.pupils.misha): Promise<CellAnswer> =>
      (await setMarks(teacher, lesson.journalId, [{ lessonId: lesson.lessonId, pupilId, value, version }]))[0]!,
    clear: (assessmentId: string, version: number) =>
      send(teacher, "clearMark", { ...lesson, assessmentId, pupilId: school.pupils.misha, version }, "cell { outcome }"),
    homework: (text: string, version: number) => send(teacher, "setHomework", { ...lesson, text, version }, "version"),
    absence: (kind: string, version: number) =>
      send(teacher, "setAttendance", { ...lesson, cells: [{ pupilId: school.pupils.misha, kind, version }] }, "cells { outcome }"),
  };
}

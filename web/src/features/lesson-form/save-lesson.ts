import type { ApolloClient } from "@apollo/client";
import { RecordLessonDocument, SetHomeworkDocument, type RecordLessonInput, type SetHomeworkInput } from "@/graphql/generated/graphql";
import { inNameOf } from "@/graphql/in-name-of";
import { draftOf, sameHomework, sameLesson, type DraftBase, type LessonDraft, type LessonOfForm } from "./lesson-draft";

/** Whose form it is, and what it is sent with. */
export interface Saver {
  client: ApolloClient;
  accountId: string;
}

/** The calls of one save. They keep their operation ids, so that sent again after a lost answer they do nothing twice. */
export interface Sending {
  draft: LessonDraft;
  record: RecordLessonInput | null;
  homework: SetHomeworkInput | null;
}

/** What of the draft has to be sent. A lesson that was never recorded is recorded even when only its homework is new. */
export function sendingOf(open: LessonOfForm, written: LessonDraft, base: DraftBase, newId: () => string): Sending {
  const { journalId, lesson } = open;
  const stands = draftOf(open);
  const draft = { ...written, works: withMarkedWorks(open, stands, written) };
  const place = { journalId, lessonId: lesson.id };
  const isRecorded = lesson.status === "HELD" && sameLesson(draft, stands);
  return {
    draft: written,
    record: isRecorded
      ? null
      : {
          operationId: newId(),
          ...place,
          version: base.lessonVersion,
          topic: draft.topic.trim(),
          planTopicId: draft.planTopicId,
          assessments: draft.works.map(({ id, kind, title, weight, mandatory, scale, maxPoints }) => ({
            id,
            kind,
            title: title?.trim() || null,
            weight,
            mandatory,
            scale,
            maxPoints,
          })),
        },
    homework: sameHomework(draft, stands)
      ? null
      : {
          operationId: newId(),
          ...place,
          text: draft.homework.trim(),
          dueOn: draft.dueOn,
          expectedMinutes: draft.minutes,
          version: base.homeworkVersion,
        },
  };
}

/** A column that the first mark has made beside the form, after the draft was begun, is no wish to take it away. */
function withMarkedWorks(open: LessonOfForm, stands: LessonDraft, written: LessonDraft): LessonDraft["works"] {
  const marked = new Set(open.works.flatMap(({ id, hasMarks }) => (hasMarks ? id : [])));
  const unseen = stands.works.filter(({ id }) => marked.has(id) && !written.works.some((work) => work.id === id));
  return [...unseen, ...written.works];
}

/**
 * Sends a save, the lesson before its homework, and tells after each what is left and which versions came out. Rejects with the
 * API's error.
 */
export async function send(
  by: Saver,
  sending: Sending,
  base: DraftBase,
  onStep: (left: Sending, base: DraftBase) => void,
): Promise<DraftBase> {
  const afterLesson = sending.record ? { ...base, lessonVersion: await recordLesson(by, sending.record) } : base;
  onStep({ ...sending, record: null }, afterLesson);
  const after = sending.homework ? { ...afterLesson, homeworkVersion: await setHomework(by, sending.homework) } : afterLesson;
  onStep({ ...sending, record: null, homework: null }, after);
  return after;
}

async function recordLesson({ client, accountId }: Saver, input: RecordLessonInput): Promise<number> {
  const settings = { fetchPolicy: "no-cache" as const, context: inNameOf(accountId) };
  const { data } = await client.mutate({ mutation: RecordLessonDocument, variables: { input }, ...settings });
  return data?.recordLesson.lesson.version ?? input.version;
}

async function setHomework({ client, accountId }: Saver, input: SetHomeworkInput): Promise<number> {
  const settings = { fetchPolicy: "no-cache" as const, context: inNameOf(accountId) };
  const { data } = await client.mutate({ mutation: SetHomeworkDocument, variables: { input }, ...settings });
  return data?.setHomework.version ?? input.version;
}

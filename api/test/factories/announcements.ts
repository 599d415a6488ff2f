import type { Answer, TestClient } from "../test-server";
import { send } from "./commands";

/** An announcement as the tests read it. */
export interface AnnouncementAnswer {
  id: string;
  title: string;
  text: string;
  authorName: string;
  isMine: boolean;
  audiences: { kind: string; label: string | null; grade: number | null; role: string | null; guardians: boolean }[];
  shownFrom: string;
  shownTo: string;
  needsAcknowledgement: boolean;
  editedAt: string | null;
  withdrawnAt: string | null;
  version: number;
  readAt: string | null;
  acknowledgedAt: string | null;
  recipientCount: number | null;
  readCount: number | null;
  acknowledgedCount: number | null;
}

const ANNOUNCEMENT = `id title text authorName isMine audiences { kind label grade role guardians } shownFrom shownTo needsAcknowledgement
  editedAt withdrawnAt version readAt acknowledgedAt recipientCount readCount acknowledgedCount`;

/** The documents of reading. */
export const ANNOUNCEMENTS = `query ($first: Int, $after: String) { announcements(first: $first, after: $after) {
  nodes { ${ANNOUNCEMENT} } pageInfo { hasNextPage endCursor } totalCount } }`;
export const SENT = `query { sentAnnouncements { nodes { ${ANNOUNCEMENT} } totalCount } }`;
const ONE = `query ($id: ID!) { announcement(id: $id) { ${ANNOUNCEMENT} } }`;
export const READERS = `query ($id: ID!, $state: ReaderState, $first: Int, $after: String) {
  announcementReaders(announcementId: $id, state: $state, first: $first, after: $after) {
    nodes { personId name classLabels readAt acknowledgedAt } pageInfo { hasNextPage endCursor } totalCount } }`;

/** What an ordinary announcement of the tests says. */
export const ORDINARY = {
  title: "Собрание",
  text: "В четверг в 18:00.",
  shownFrom: "2026-11-23",
  shownTo: "2026-11-30",
  needsAcknowledgement: false,
} as const;

/** Sends one command about announcements. */
export function command<Payload = { announcement: AnnouncementAnswer }>(
  client: TestClient,
  name: string,
  input: object,
): Promise<Answer<Record<string, Payload>>> {
  return send<Payload>(client, name, input, `${name === "readAnnouncements" ? "announcements" : "announcement"} { ${ANNOUNCEMENT} }`);
}

/** Publishes an ordinary announcement, changed as told, and answers it. */
export async function publish(client: TestClient, audiences: readonly object[], changed: object = {}): Promise<AnnouncementAnswer> {
  const { data, errors } = await command(client, "publishAnnouncement", { ...ORDINARY, audiences, ...changed });
  expect(errors).toEqual([]);
  return data!.publishAnnouncement!.announcement;
}

/** A page of announcements, and of those who received one. */
export interface AnnouncementList {
  nodes: AnnouncementAnswer[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
  totalCount: number;
}
export interface ReaderList {
  nodes: { personId: string; name: string; classLabels: string[]; readAt: string | null }[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
  totalCount: number;
}

/** What the client received and sees today. */
export async function received(client: TestClient, variables: Record<string, unknown> = {}): Promise<AnnouncementList> {
  const { data, errors } = await client.send<{ announcements: AnnouncementList }>(ANNOUNCEMENTS, variables);
  expect(errors).toEqual([]);
  return data!.announcements;
}

/** One announcement, or the code with which it is refused. */
export async function one(client: TestClient, id: string): Promise<AnnouncementAnswer | string> {
  const { data, errors } = await client.send<{ announcement: AnnouncementAnswer }>(ONE, { id });
  return data?.announcement ?? errors[0]!.extensions.code;
}

/** The input of a change: the ordinary words and dates, changed as told. */
export function edited(changed: object): object {
  const { needsAcknowledgement: _, ...words } = ORDINARY;
  return { ...words, ...changed };
}

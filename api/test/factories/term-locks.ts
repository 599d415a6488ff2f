import type { Answer, TestClient } from "../test-server";
import { send } from "./commands";

/** Where a term is closed or opened. */
export interface PlaceWish {
  termId: string;
  classId?: string;
  journalId?: string;
}

/** An opening as the tests look at it. */
export interface OpeningAnswer {
  id: string;
  state: string;
  openedUntil: string;
  reason: string;
  lateEntries: number;
  endedBy: string | null;
  version: number;
}

/** A request as the tests look at it. */
export interface RequestAnswer {
  id: string;
  state: string;
  correction: string;
  reason: string;
  requestedBy: string;
  answer: string | null;
  answeredBy: string | null;
  openUntil: string | null;
  lessonDate: string | null;
  pupil: string | null;
  version: number;
}

const LOCK = "id version lockedBy place { className subject termNumber }";
export const OPENING = "id state openedUntil reason lateEntries endedBy version";
export const REQUEST =
  "id state correction reason requestedBy answer answeredBy openUntil lessonDate pupil version place { className subject termNumber }";

/** Closes a term as the client. */
export function closeTerm(client: TestClient, places: readonly PlaceWish[]) {
  return send<{ locks: { id: string; version: number; lockedBy: string }[]; closed: number; endedOpenings: number }>(
    client,
    "closeTerm",
    { places },
    `locks { ${LOCK} } closed endedOpenings`,
  );
}

/** Opens a closed term for a time. */
export function openTerm(client: TestClient, places: readonly PlaceWish[], until: string, reason = "ошибка в журнале") {
  return send<{ openings: OpeningAnswer[] }>(client, "openTerm", { places, until, reason }, `openings { ${OPENING} }`);
}

/** Ends an opening early. */
export function endOpening(client: TestClient, { id, version }: { id: string; version: number }) {
  return send<{ opening: OpeningAnswer }>(client, "endOpening", { openingId: id, version }, `opening { ${OPENING} }`);
}

/** Asks for an opening. */
export function requestOpening(
  client: TestClient,
  wish: {
    journalId: string;
    termId: string;
    lessonId?: string;
    pupilId?: string;
    correction?: string;
    reason?: string;
    operationId?: string;
  },
): Promise<Answer<Record<string, { request: RequestAnswer }>>> {
  const input = { correction: "Отметка за 20.10", reason: "Работа сдана после болезни", ...wish };
  return send(client, "requestOpening", input, `request { ${REQUEST} }`);
}

/** Answers a request: with `until` it is granted. */
export function answerOpening(
  client: TestClient,
  request: { id: string; version: number },
  answer: { until?: string; answer?: string },
): Promise<Answer<Record<string, { request: RequestAnswer }>>> {
  return send(client, "answerOpening", { requestId: request.id, version: request.version, ...answer }, `request { ${REQUEST} }`);
}

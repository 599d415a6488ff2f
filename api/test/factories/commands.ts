import { uuidv7 } from "uuidv7";
import type { Answer, TestClient } from "../test-server";

/** A cell as the test asks for it. */
export interface CellWish {
  lessonId: string;
  pupilId: string;
  value: string;
  version?: number;
  assessmentId?: string;
  attempt?: number;
  comment?: string;
}

/** A cell as the api answered it. */
export interface CellAnswer {
  outcome: string;
  code: string | null;
  message: string | null;
  version: number;
  assessmentId: string | null;
  mark: { value: string; comment: string | null; version: number } | null;
  assessment: { id: string; number: number; kind: string; weight: number } | null;
  average?: string | null;
  suggested?: number | null;
}

/** The fields of a cell that most tests look at. */
const CELL = `outcome code message version assessmentId mark { value comment version } assessment { id number kind weight }`;

/** The document of `setMarks` with these fields of a cell. */
export function marksDocument(selection = CELL): string {
  return `mutation ($input: SetMarksInput!) { setMarks(input: $input) { cells { ${selection} } } }`;
}

/** Sends `setMarks`; with `selection` in place of the ordinary fields of a cell. */
export function sendMarks(
  client: TestClient,
  journalId: string,
  cells: readonly CellWish[],
  { operationId = uuidv7(), selection = CELL } = {},
): Promise<Answer<{ setMarks: { cells: CellAnswer[] } }>> {
  const input = { operationId, journalId, cells: cells.map((cell) => ({ version: 0, ...cell })) };
  return client.send(marksDocument(selection), { input });
}

/** The cells of an answer without errors. */
export async function setMarks(client: TestClient, journalId: string, cells: readonly CellWish[], selection = CELL): Promise<CellAnswer[]> {
  const { data, errors } = await sendMarks(client, journalId, cells, { selection });
  expect(errors).toEqual([]);
  return data!.setMarks.cells;
}

/** Sends one mutation with its input, an operation id added. */
export function send<Payload>(
  client: TestClient,
  name: string,
  input: object,
  selection: string,
): Promise<Answer<Record<string, Payload>>> {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  return client.send(`mutation ($input: ${type}!) { ${name}(input: $input) { ${selection} } }`, {
    input: { operationId: uuidv7(), ...input },
  });
}

/** A term mark as the test asks for it. */
export interface TermMarkWish {
  pupilId: string;
  value?: string | null;
  reason?: string | null;
  version?: number;
}

/** A term mark as the api answered it. */
export interface TermMarkAnswer {
  pupilId: string;
  outcome: string;
  code: string | null;
  message: string | null;
  version: number;
  suggested: string | null;
  mark: { value: string; version: number; suggested: string | null; reason: string | null } | null;
}

/** The document of `setTermMarks`. */
export const TERM_MARKS_DOCUMENT = `mutation ($input: SetTermMarksInput!) { setTermMarks(input: $input) { cells {
  pupilId outcome code message version suggested mark { value version suggested reason } } } }`;

/** Sends `setTermMarks`: of a term, or without one of another kind. */
export function sendTermMarks(
  client: TestClient,
  place: { journalId: string; termId?: string; kind?: string; operationId?: string },
  cells: readonly TermMarkWish[],
): Promise<Answer<{ setTermMarks: { cells: TermMarkAnswer[] } }>> {
  const { journalId, termId = null, kind = "TERM", operationId = uuidv7() } = place;
  const input = { operationId, journalId, kind, termId, cells: cells.map((cell) => ({ version: 0, ...cell })) };
  return client.send(TERM_MARKS_DOCUMENT, { input });
}

/** The cells of an answer without errors. */
export async function setTermMarks(
  client: TestClient,
  place: Parameters<typeof sendTermMarks>[1],
  cells: readonly TermMarkWish[],
): Promise<TermMarkAnswer[]> {
  const { data, errors } = await sendTermMarks(client, place, cells);
  expect(errors).toEqual([]);
  return data!.setTermMarks.cells;
}

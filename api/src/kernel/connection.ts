import { ArgsType, type ClassType, Field, Int, ObjectType } from "type-graphql";
import { ErrorCode, Refusal } from "./refusal";
import { isCivilDate } from "./scalars";

/** The most rows that one page of a list may hold. */
export const PAGE_LIMIT = 200;

@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 50, description: "Rows on the page, 1 to 200." })
  first: number;

  @Field(() => String, { nullable: true, description: "The cursor after which the page starts; left out: the first page." })
  after?: string | null;
}

@ObjectType({ description: "Where a page of a list ends.", simpleResolvers: true })
export class PageInfo {
  @Field(() => Boolean, { description: "Are there more rows after this page." })
  hasNextPage: boolean;

  @Field(() => String, {
    nullable: true,
    description: "The cursor of the last row, to ask for the next page with `after`; null when the page is empty.",
  })
  endCursor: string | null;
}

/** One page of a list; `cursor` is opaque to the client. */
export interface Page<Node> {
  edges: { cursor: string; node: Node }[];
  nodes: Node[];
  pageInfo: PageInfo;
}

/** A page of a list that can be counted: `count` runs when `totalCount` is asked for. */
export interface CountedPage<Node> extends Page<Node> {
  count: () => Promise<number>;
}

/** The Relay connection of an object type: `class PupilConnection extends connectionOf(Pupil, "Pupil") {}`. */
export function connectionOf<Node extends object>(node: ClassType<Node>, name: string): ClassType<Page<Node>> {
  @ObjectType(`${name}Edge`, { description: `One ${name} of a list, and its place there.`, simpleResolvers: true })
  class Edge {
    @Field(() => String, { description: "The place in the list: send it as `after` to go on from here." })
    cursor: string;

    @Field(() => node, { description: "The row itself." })
    node: Node;
  }

  @ObjectType({ simpleResolvers: true })
  class Connection implements Page<Node> {
    @Field(() => [Edge], { description: "The rows of the page with their places." })
    edges: Edge[];

    @Field(() => [node], { description: "The rows of the page." })
    nodes: Node[];

    @Field(() => PageInfo, { description: "Where the page ends." })
    pageInfo: PageInfo;
  }
  return Connection;
}

/**
 * How many rows to read for a page of `first`: one more than asked tells whether there is a next page.
 * @throws Refusal INVALID below 1, LIMIT_EXCEEDED above PAGE_LIMIT.
 */
export function rowsToRead(first: number): number {
  const details = { field: "first", limit: PAGE_LIMIT };
  if (first < 1) throw new Refusal(ErrorCode.INVALID, `first — от 1 до ${PAGE_LIMIT}: сколько записей на одной странице.`, details);
  if (first > PAGE_LIMIT) {
    throw new Refusal(
      ErrorCode.LIMIT_EXCEEDED,
      `first — не больше ${PAGE_LIMIT}. Запрашивайте список по частям: endCursor страницы передайте в after.`,
      details,
    );
  }
  return first + 1;
}

/** Cuts the rows that were read with `rowsToRead(first)` to a page; `keys` are a row's sort keys, unique together. */
export function toPage<Node>(
  rows: readonly Node[],
  first: number,
  list: string,
  keys: (row: Node) => readonly (string | number)[],
): Page<Node> {
  const nodes = rows.slice(0, first);
  const edges = nodes.map((node) => ({ cursor: writeCursor(list, keys(node)), node }));
  return { edges, nodes, pageInfo: { hasNextPage: rows.length > first, endCursor: edges.at(-1)?.cursor ?? null } };
}

/**
 * The sort keys after which a page starts; null for the first page. `forms` says what each key looks like.
 * @throws Refusal INVALID for a cursor of another list, or one that no list gave.
 */
export function readCursor<Forms extends readonly KeyForm[]>(
  after: string | null | undefined,
  list: string,
  ...forms: Forms
): { [Key in keyof Forms]: string } | null {
  if (after === null || after === undefined) return null;
  const [name, ...keys] = parse(after);
  if (name === list && keys.length === forms.length && keys.every((key, index) => FORMS[forms[index]!].test(key))) {
    return keys as { [Key in keyof Forms]: string };
  }
  throw new Refusal(
    ErrorCode.INVALID,
    "Указатель страницы after неверен. Возьмите endCursor из ответа на этот же список или начните с первой страницы.",
    {
      field: "after",
    },
  );
}

/** What a sort key looks like, so that a forged cursor never reaches a statement. */
export type KeyForm = keyof typeof FORMS;

const FORMS = {
  text: /^[^\0]{0,500}$/u,
  number: /^\d{1,9}$/,
  date: { test: isCivilDate },
  moment: { test: isMoment },
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
} as const;

/** A moment as `toISOString` writes it. */
function isMoment(text: string): boolean {
  return text.length === 24 && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString() === text;
}

function writeCursor(list: string, keys: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify([list, ...keys.map(String)])).toString("base64url");
}

function parse(cursor: string): string[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    return Array.isArray(parts) && parts.every((part) => typeof part === "string") ? parts : [];
  } catch {
    return [];
  }
}

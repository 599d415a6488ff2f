import { Kind, Lexer, parse, Source, TokenKind, visit, type DocumentNode, type GraphQLSchema } from "graphql";
import { ErrorCode, type Refusal } from "../kernel/refusal";
import { measureOperation } from "./operation-cost";
import { requestRefusal } from "./request-refusal";

/** What a document of one's own may hold. The portal's documents are reviewed instead of measured. */
export const LIMITS = {
  characters: 20_000,
  tokens: 2_000,
  depth: 12,
  aliases: 50,
  rootFields: 20,
  directives: 20,
  /** Fields that the answer would hold, with lists at the length asked for: see `measureOperation`. */
  cost: 20_000,
} as const;

type Limit = keyof typeof LIMITS;

/** A document of one's own, as it was sent. */
export interface AdHocRequest {
  text: string;
  operationName: string | undefined;
  variables: Readonly<Record<string, unknown>>;
}

/**
 * Measures a document before it is validated or run: validation itself costs more than linear time.
 * A document that does not parse passes here and is refused by the parser.
 * @throws Refusal LIMIT_EXCEEDED with `limit`, `most` and `cost`, HTTP 400.
 */
export function refuseBeyondLimits(schema: GraphQLSchema, { text, operationName, variables }: AdHocRequest): void {
  refuseAbove("characters", text.length);
  const document = parsed(text);
  if (!document) return;
  const { aliases, directives } = countEverywhere(document);
  refuseAbove("aliases", aliases);
  refuseAbove("directives", directives);
  const { depth, cost, rootFields } = measureOperation(schema, document, operationName, variables);
  refuseAbove("rootFields", rootFields.length);
  refuseAbove("depth", depth);
  refuseAbove("cost", cost);
  if (rootFields.filter((field) => field === "signIn").length > 1) throw oneSignIn();
}

function refuseAbove(limit: Limit, cost: number): void {
  const most = LIMITS[limit];
  if (cost <= most) return;
  throw requestRefusal(
    400,
    ErrorCode.LIMIT_EXCEEDED,
    `Запрос слишком большой: ${NAMES[limit]} — ${cost}, можно не больше ${most}. Разделите его на части.`,
    {
      limit,
      most,
      cost,
    },
  );
}

function oneSignIn(): Refusal {
  return requestRefusal(400, ErrorCode.LIMIT_EXCEEDED, "В одном запросе может быть только один вход в систему.", {
    limit: "signIn",
    most: 1,
  });
}

/** Tokens are counted first: a parser deep in brackets overflows the stack. */
function parsed(text: string): DocumentNode | null {
  try {
    const lexer = new Lexer(new Source(text));
    let tokens = 0;
    while (lexer.advance().kind !== TokenKind.EOF) refuseAbove("tokens", ++tokens);
    return parse(text, { noLocation: true });
  } catch (error) {
    if (isLimit(error)) throw error;
    return null;
  }
}

function isLimit(error: unknown): boolean {
  return (error as Refusal).code === ErrorCode.LIMIT_EXCEEDED;
}

function countEverywhere(document: DocumentNode): { aliases: number; directives: number } {
  const counts = { aliases: 0, directives: 0 };
  visit(document, {
    [Kind.FIELD]: (node) => void (node.alias && counts.aliases++),
    [Kind.DIRECTIVE]: () => void counts.directives++,
  });
  return counts;
}

const NAMES: Readonly<Record<Limit, string>> = {
  characters: "знаков",
  tokens: "лексем",
  depth: "глубина вложения",
  aliases: "псевдонимов",
  rootFields: "корневых полей",
  directives: "директив",
  cost: "стоимость",
};

import { GraphQLError, GraphQLScalarType, Kind } from "graphql";

/** A civil date of the school, `yyyy-mm-dd`: not an instant. */
export const LocalDate = textScalar(
  "LocalDate",
  "A civil date of the school, `yyyy-mm-dd`: not an instant.",
  isCivilDate,
  "Нужна дата вида 2026-09-01.",
);

/** A wall-clock time of the school, `hh:mm`. */
export const LocalTime = textScalar(
  "LocalTime",
  "A wall-clock time of the school, `hh:mm`.",
  (text) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text),
  "Нужно время вида 08:30.",
);

/** A moment, ISO 8601 with offset. */
export const DateTime = new GraphQLScalarType<Date, string>({
  name: "DateTime",
  description: "A moment, ISO 8601 with offset.",
  serialize: (value) => (value instanceof Date ? value.toISOString() : new Date(value as string).toISOString()),
  parseValue: (value) => parseMoment(value),
  parseLiteral: (node) => parseMoment(node.kind === Kind.STRING ? node.value : undefined),
});

/** True for a real day of the calendar, written `yyyy-mm-dd`, of the years 1900 to 2199. */
export function isCivilDate(text: string): boolean {
  if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(text)) return false;
  const moment = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
}

function textScalar(
  name: string,
  description: string,
  valid: (text: string) => boolean,
  demand: string,
): GraphQLScalarType<string, string> {
  const parse = (value: unknown): string => {
    if (typeof value === "string" && valid(value)) return value;
    throw new GraphQLError(demand, { extensions: { code: "INVALID" } });
  };
  return new GraphQLScalarType<string, string>({
    name,
    description,
    serialize: (value) => String(value),
    parseValue: parse,
    parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : undefined),
  });
}

function parseMoment(value: unknown): Date {
  const moment = typeof value === "string" ? new Date(value) : null;
  if (moment && !Number.isNaN(moment.getTime())) return moment;
  throw new GraphQLError("Нужен момент времени вида 2026-09-01T08:30:00+03:00.", { extensions: { code: "INVALID" } });
}

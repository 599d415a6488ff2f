import { permissions } from "../../src/server/permissions";
import { getNamedType, isObjectType, type GraphQLArgument, type GraphQLField, type GraphQLObjectType, type GraphQLSchema } from "graphql";

/** How far a question goes on from the root; no type is entered twice on one way. */
const DEPTH = 6;

/** Fields with a rule of their own, as `Type_field`: each is asked only while its variable of that name is true. */
const GUARDED_EDGES = Object.entries(permissions.types).flatMap(([type, { edges = {} }]) =>
  Object.keys(edges).map((field) => `${type}_${field}`),
);

/** The variables that leave out the edges that were refused, so that the rest is seen; null when none of them was refused by an edge. */
export function withoutRefusedEdges(
  errors: readonly { path?: (string | number)[] }[],
  leftOut: Readonly<Record<string, boolean>>,
): Record<string, boolean> | null {
  const refused = new Set(errors.flatMap(({ path }) => (path && path.length > 1 ? [path.at(-1)] : [])));
  const more = GUARDED_EDGES.filter((edge) => refused.has(edge.split("_")[1]!) && !(edge in leftOut));
  return more.length > 0 ? { ...leftOut, ...Object.fromEntries(more.map((edge) => [edge, false])) } : null;
}

/** A document that asks a root field for everything that can be asked of it. */
export function wholeDocument(schema: GraphQLSchema, root: "Query" | "Mutation" | "Subscription", name: string): string {
  const field = (schema.getType(root) as GraphQLObjectType).getFields()[name]!;
  const passed = field.args.map((argument) => `${argument.name}: $${argument.name}`).join(", ");
  const asked = `${name}${passed && `(${passed})`}${selection(field, [], root === "Mutation" ? 1 : DEPTH)}`;
  const edges = GUARDED_EDGES.filter((edge) => asked.includes(`$${edge})`)).map((edge) => `$${edge}: Boolean! = true`);
  const variables = [...field.args.map(variable), ...edges].join(", ");
  return `${root.toLowerCase()} ${name}${variables && `(${variables})`} { ${asked} }`;
}

function variable({ name, type, defaultValue }: GraphQLArgument): string {
  return `$${name}: ${type.toString()}${typeof defaultValue === "number" ? ` = ${defaultValue}` : ""}`;
}

function selection(field: GraphQLField<unknown, unknown>, way: readonly string[], left: number): string {
  const type = getNamedType(field.type);
  if (!isObjectType(type)) return "";
  const inner = Object.values(type.getFields()).flatMap((next) => {
    const target = getNamedType(next.type);
    if (!isObjectType(target)) return [next.name];
    if (left <= 1 || way.includes(target.name) || target === type) return [];
    const edge = `${type.name}_${next.name}`;
    const condition = GUARDED_EDGES.includes(edge) ? ` @include(if: $${edge})` : "";
    return [next.name + condition + selection(next, [...way, type.name], left - 1)];
  });
  return ` { __typename ${inner.join(" ")} }`;
}

/** Calls `see` for each field of the answer that holds something, as `Type.field`. */
export function eachField(value: unknown, see: (type: string, field: string) => void): void {
  if (Array.isArray(value)) value.forEach((part) => eachField(part, see));
  if (typeof value !== "object" || value === null || Array.isArray(value)) return;
  const { __typename: type, ...fields } = value as Record<string, unknown> & { __typename?: string };
  for (const [field, part] of Object.entries(fields)) {
    if (type && holdsSomething(part)) see(type, field);
    eachField(part, see);
  }
}

/** Null, an empty list and an empty page hold nothing. */
export function holdsSomething(value: unknown): boolean {
  if (value === null || value === undefined) return false;
  if (Array.isArray(value)) return value.length > 0;
  if (typeof value === "object" && "nodes" in value) return holdsSomething(value.nodes);
  return true;
}

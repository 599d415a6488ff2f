import { getNamedType, GraphQLObjectType, GraphQLSchema, GraphQLString, isObjectType } from "graphql";
import { buildContract } from "../../src/server/build-schema";
import { guardMiddleware, permissions, undeclaredRows } from "../../src/server/permissions";

const contract = buildContract();
const ROOTS = ["Query", "Mutation", "Subscription"];
const guards = permissions.types;

/** Every field of the contract that leads to an object type, as `Type.field` → the type. */
const edges = Object.values(contract.getTypeMap()).flatMap((type) =>
  isObjectType(type) && !type.name.startsWith("__")
    ? Object.values(type.getFields()).flatMap((field) => {
        const target = getNamedType(field.type);
        return isObjectType(target) ? [{ parent: type.name, name: `${type.name}.${field.name}`, target: target.name }] : [];
      })
    : [],
);

describe("no object type is reached by a way that nobody has declared", () => {
  it("declares every field that leads to a type: by name, by a rule of its own, or because all the ways to its parent are the type's own too", () => {
    const undeclared = edges.filter(({ parent, name, target }) => {
      if (guards[parent]?.edges?.[name.split(".")[1]!]) return false;
      const origins = guards[target]!.reachedFrom;
      return (
        !origins.includes(name) && (ROOTS.includes(parent) || !guards[parent]!.reachedFrom.every((origin) => origins.includes(origin)))
      );
    });
    expect(undeclared.map(({ name, target }) => `${target} by ${name}`)).toEqual([]);
  });

  it("declares no way that is not there", () => {
    const leadsTo = (start: string): ReadonlySet<string> => {
      const found = new Set<string>();
      const follow = (type: string): void => {
        if (found.has(type)) return;
        found.add(type);
        edges.filter(({ parent }) => parent === type).forEach(({ target }) => follow(target));
      };
      edges.filter(({ name }) => name === start).forEach(({ target }) => follow(target));
      return found;
    };
    const stale = Object.entries(guards).flatMap(([type, { reachedFrom }]) =>
      reachedFrom.filter((origin) => !leadsTo(origin).has(type)).map((origin) => `${type} by ${origin}`),
    );
    expect(stale).toEqual([]);
  });

  it("declares a rule only for edges that are there", () => {
    const declared = Object.entries(guards).flatMap(([type, { edges: rules = {} }]) =>
      Object.keys(rules).map((field) => `${type}.${field}`),
    );
    expect(declared.length).toBeGreaterThan(5);
    expect(declared.filter((edge) => !edges.some(({ name }) => name === edge))).toEqual([]);
  });
});

describe("a field or type without a row stops the start", () => {
  const withMore = new GraphQLSchema({
    query: new GraphQLObjectType({
      name: "Query",
      fields: { secrets: { type: new GraphQLObjectType({ name: "Secret", fields: { text: { type: GraphQLString } } }) } },
    }),
  });

  it("names what is missing", () => {
    expect(undeclaredRows(withMore)).toEqual(["Query.secrets", "Secret"]);
    expect(() => guardMiddleware(withMore)).toThrow("no access rule is declared for: Query.secrets, Secret");
  });
});

import { createHash } from "node:crypto";
import { isObjectType, type GraphQLObjectType } from "graphql";
import { buildContract } from "../../src/server/build-schema";
import { openStream } from "../factories/event-stream";
import { SIGN_IN, startTestServer, type Answer, type TestClient, type TestServer } from "../test-server";
import { ROLES, type Role } from "./roles";
import { MUTATION_ROWS } from "./mutation-rows";
import { QUERY_ROWS, SECRETS, SUBSCRIPTION_ROWS, type QueryRow } from "./query-rows";
import { TYPE_ROWS } from "./type-rows";
import { eachField, holdsSomething, wholeDocument, withoutRefusedEdges } from "./whole-answer";
import { makeWorld, type Target, type TargetName } from "./world";

const contract = buildContract();
const rootFields = (root: string) => Object.keys((contract.getType(root) as GraphQLObjectType).getFields()).sort();
const objectTypes = Object.values(contract.getTypeMap()).filter(
  (type): type is GraphQLObjectType =>
    isObjectType(type) && !type.name.startsWith("__") && !["Query", "Mutation", "Subscription"].includes(type.name),
);
const asked = (row: QueryRow) =>
  (["class5A", "class5B", "foreignSchool"] as const).flatMap((target) => (row[target] ? [[target, row[target]] as const] : []));
const REFUSED: ReadonlySet<string> = new Set(["FORBIDDEN", "UNAUTHENTICATED", "NOT_FOUND"]);

describe("the table of who may is complete", () => {
  it("has a row for every root field, and none for a field that is not there", () => {
    expect(Object.keys(QUERY_ROWS).sort()).toEqual(rootFields("Query"));
    expect(Object.keys(MUTATION_ROWS).sort()).toEqual(rootFields("Mutation"));
    expect(Object.keys(SUBSCRIPTION_ROWS).sort()).toEqual(rootFields("Subscription"));
  });

  it("has a row for every object type, and none for a type or a field that is not there", () => {
    expect(Object.keys(TYPE_ROWS).sort()).toEqual(objectTypes.map(({ name }) => name).sort());
    for (const type of objectTypes)
      expect(Object.keys(type.getFields())).toEqual(expect.arrayContaining(Object.keys(TYPE_ROWS[type.name]?.fields ?? {})));
  });
});

describe("everybody gets what the table says, and nothing besides (2.1, 2.2, 2.5, 2.6, 3.4.2)", () => {
  let server: TestServer;
  let targets: Record<TargetName, Target>;
  const clients = new Map<Role, TestClient>();
  /** `Type` and `Type.field` that a role has seen, and everything that was ever answered to it. */
  const seen = new Map<Role, Set<string>>(ROLES.map((role) => [role, new Set<string>()]));
  const answered = new Map<Role, string[]>(ROLES.map((role) => [role, []]));

  beforeAll(async () => {
    const documents = [
      SIGN_IN,
      ...(["Query", "Mutation", "Subscription"] as const).flatMap((root) =>
        rootFields(root).map((name) => wholeDocument(contract, root, name)),
      ),
    ];
    server = await startTestServer({
      trustedDocuments: new Map(documents.map((text) => [createHash("sha256").update(text).digest("hex"), text])),
    });
    targets = await makeWorld(server.owner);
    for (const role of ROLES) clients.set(role, role === "anonymous" ? server.anonymous : await server.signIn(role.toLowerCase()));
  });
  afterAll(() => server?.stop());

  /** Asks for everything, and once more without the edges that were refused. */
  const ask = async (role: Role, document: string, variables: Record<string, unknown>) => {
    for (let leftOut: Record<string, boolean> | null = {}; ;) {
      const answer: Answer<Record<string, unknown>> = await clients.get(role)!.send(document, { ...variables, ...leftOut });
      expect(answer.errors.filter(({ extensions: { code } }) => code === "INTERNAL" || code === "BAD_REQUEST")).toEqual([]);
      answered.get(role)!.push(JSON.stringify(answer));
      leftOut = withoutRefusedEdges(answer.errors, leftOut);
      if (!leftOut) return answer;
    }
  };

  /** The roles to which the field answered with something. */
  const whoGets = async (root: "Query" | "Mutation", field: string, variables: Record<string, unknown>): Promise<Role[]> => {
    const document = wholeDocument(contract, root, field);
    const got = await Promise.all(
      ROLES.map(async (role) => {
        const { data, errors } = await ask(role, document, variables);
        eachField(data, (type, name) => seen.get(role)!.add(type).add(`${type}.${name}`));
        if (root === "Mutation") return !errors.some(({ extensions }) => REFUSED.has(extensions.code));
        return holdsSomething(data?.[field]);
      }),
    );
    return ROLES.filter((_, index) => got[index]);
  };

  describe.each(Object.entries(QUERY_ROWS))("Query.%s", (field, row) => {
    it.each(asked(row))("of %s", async (target, may) => {
      expect(await whoGets("Query", field, row.ask(targets[target]))).toEqual(inOrder(may));
    });
  });

  describe.each(Object.entries(MUTATION_ROWS))("Mutation.%s", (field, row) => {
    it.each(asked(row))("of %s", async (target, may) => {
      expect(await whoGets("Mutation", field, row.ask(targets[target]))).toEqual(inOrder(may));
      if (!field.startsWith("signOut")) return;
      for (const role of may) clients.set(role, await server.signIn(role.toLowerCase()));
    });
  });

  describe.each(Object.entries(SUBSCRIPTION_ROWS))("Subscription.%s", (field, row) => {
    it.each(asked(row))("of %s", async (target, may) => {
      const query = wholeDocument(contract, "Subscription", field);
      const refused = await Promise.all(
        ROLES.map(async (role) => {
          const stream = await openStream(server.url, { query, variables: row.ask(targets[target]) }, clients.get(role)!.cookie);
          const first = await Promise.race([stream.next(), new Promise<null>((resolve) => setTimeout(() => resolve(null), 500))]);
          stream.close();
          return (first as { errors?: unknown } | null)?.errors !== undefined;
        }),
      );
      expect(ROLES.filter((_, index) => !refused[index])).toEqual(inOrder(may));
    });
  });

  describe("after every question was asked", () => {
    it.each(objectTypes.map(({ name }) => name))("%s was seen by those who may", (type) => {
      const { roles, fields = {} } = TYPE_ROWS[type]!;
      expect(ROLES.filter((role) => seen.get(role)!.has(type))).toEqual(inOrder(roles));
      for (const field of Object.keys((contract.getType(type) as GraphQLObjectType).getFields())) {
        const saw = ROLES.filter((role) => seen.get(role)!.has(`${type}.${field}`));
        if (fields[field]) expect([field, saw]).toEqual([field, inOrder(fields[field])]);
        else expect([field, saw.filter((role) => !roles.includes(role))]).toEqual([field, []]);
      }
    });

    it.each(Object.entries(SECRETS))("«%s» was answered to those who may", (secret, roles) => {
      expect(ROLES.filter((role) => answered.get(role)!.some((answer) => answer.includes(secret)))).toEqual(inOrder(roles));
    });

    it.each(["class5A", "class5B"] as const)("no id of %s was answered to somebody without a right to anything of it", (name) => {
      const { pupilId } = targets[name];
      const mayKnow = new Set([...(QUERY_ROWS.pupil![name] ?? []), ...(QUERY_ROWS.diaryWeek![name] ?? [])]);
      for (const role of ROLES.filter((candidate) => !mayKnow.has(candidate))) {
        const questions = answered.get(role)!.filter((answer) => answer.includes(pupilId));
        expect([role, questions]).toEqual([role, []]);
      }
    });
  });
});

function inOrder(roles: readonly Role[]): Role[] {
  return ROLES.filter((role) => roles.includes(role));
}

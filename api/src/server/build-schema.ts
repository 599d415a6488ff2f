import "reflect-metadata";
import { applyMiddleware } from "graphql-middleware";
import type { GraphQLSchema } from "graphql";
import { buildSchemaSync } from "type-graphql";
import { guardSubscriptions } from "./guard-subscriptions";
import { guardMiddleware, permissions } from "./permissions";
import { resolvers } from "./resolvers";

/** The contract, without its guard: for printing and for tests that walk over every field. */
export function buildContract(): GraphQLSchema {
  return buildSchemaSync({ resolvers, validate: false, pubSub: unused });
}

/** The library asks for one although every subscription of ours brings its own source. */
const unused = {
  publish: () => undefined,
  subscribe: (): never => {
    throw new Error("a subscription has no source of its own");
  },
};

/** The contract behind its outer guard: what the server runs. */
export function buildGuardedSchema(): GraphQLSchema {
  const contract = buildContract();
  return guardSubscriptions(applyMiddleware(contract, guardMiddleware(contract)), permissions.roots.Subscription);
}

import type { ApolloServerOptions } from "@apollo/server";
import type { GraphQLSchema } from "graphql";
import { afterAll, describe, expect, it } from "vitest";
import { readModel } from "../../src/model/index.ts";
import { createServer } from "../../src/server/index.ts";
import { testNeo4j } from "../support/engine.ts";
import { openPrepared } from "../support/prepared.ts";
import { APOLLO_DIFFERENCES } from "./apollo-differences.ts";
import { provideJest } from "./jest.ts";
import { outside } from "./outside.ts";

type Config = ApolloServerOptions<object>;

/** A server as Apollo's tests ask for one: they stop it, and send requests to its address. */
type Create = (
  config: Config,
  options?: { readonly context?: () => Promise<object> },
) => Promise<{ readonly server: { stop(): Promise<void> }; readonly url: string }>;

interface Suite {
  defineIntegrationTestSuite(create: Create): void;
}
interface Schemas {
  makeExecutableSchema(config: object): GraphQLSchema;
}

const { names } = provideJest(APOLLO_DIFFERENCES);
// The database makes no difference to HTTP.
const suite = testNeo4j() ? null : outside<Suite>("@apollo/server-integration-testsuite");
const schemas = outside<Schemas>("@graphql-tools/schema");

describe.skipIf(!suite || !schemas)("Apollo's integration tests, on this server with other schemas", async () => {
  if (!suite || !schemas) return;
  const model = readModel();
  const engine = await openPrepared(model);
  afterAll(() => engine.close());

  suite.defineIntegrationTestSuite(async ({ typeDefs, resolvers, gateway, schema, ...others }, { context } = {}) => {
    if (gateway) throw new Error("There is no gateway.");
    const apollo = { ...others, schema: schema ?? schemas.makeExecutableSchema({ typeDefs, resolvers }), ...(context ? { context } : {}) };
    const server = await createServer({ engine, model, apollo, measuring: 0 });
    const address = await server.listen({ port: 0, host: "127.0.0.1" });
    return { server: { stop: () => server.close() }, url: `${address}/graphql` };
  });
});

it.skipIf(!suite)("names as differences only tests that there are, and fewer than a fifth of all", () => {
  expect([...APOLLO_DIFFERENCES.keys()].filter((name) => !names.has(name))).toEqual([]);
  expect(APOLLO_DIFFERENCES.size).toBeLessThan(names.size / 5);
});

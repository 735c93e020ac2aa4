import { ApolloServer } from "@apollo/server";
import { GraphQLError } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { GraphEngine } from "../../src/engine/port.ts";
import { readModel } from "../../src/model/index.ts";
import { type Context, executableSchema } from "../../src/resolvers/index.ts";
import { FanOut } from "../../src/server/cost/fan-out.ts";
import { limits } from "../../src/server/cost/limits.ts";
import { type Counted, counted } from "../support/counted.ts";
import { openPrepared } from "../support/prepared.ts";
import { writeHub } from "./hub.ts";

describe("whoever wants to know what an operation costs before it runs", () => {
  const model = readModel();
  const schema = executableSchema(model);
  let engine: Counted;
  let fanOut: FanOut;
  beforeAll(async () => {
    engine = counted(await openPrepared(model));
    await writeHub(engine);
    fanOut = new FanOut(engine, model, { warn: () => {} });
    await fanOut.measure();
  });
  afterAll(() => engine?.close());

  interface Asking extends Context {
    readonly client: string;
    readonly engine: GraphEngine;
  }

  /** Asks through Apollo alone; `onCost` is told. */
  async function ask(query: string, onCost: (context: Asking, cost: number) => void) {
    const apollo = new ApolloServer<Asking>({ schema, plugins: [limits({ model, fanOut, maxCost: 1_010, onCost })] });
    engine.takeStatements();
    const { body } = await apollo.executeOperation({ query }, { contextValue: { engine, client: "c" } });
    await apollo.stop();
    if (body.kind !== "single") throw new Error("The answer came in parts.");
    return { ...body.singleResult, statements: engine.takeStatements() };
  }

  it("is told of each operation below the limit, with its context, once", async () => {
    const told: unknown[] = [];
    const { errors, statements } = await ask('{ event(id: "hub") { id } }', ({ client }, cost) => told.push([client, cost]));
    expect(errors).toBeUndefined();
    expect(told).toEqual([["c", 1_001]]);
    expect(statements).toBe(1);
  });

  it("is not told of one that is refused, nor of a mutation", async () => {
    const told: unknown[] = [];
    const onCost = (_: Asking, cost: number) => told.push(cost);
    await ask("{ events { nodes { id } } }", onCost);
    await ask('mutation { load(input: { files: [{ name: "a", text: "" }] }) { differences } }', onCost);
    expect(told).toEqual([]);
  });

  it("may refuse it, before anything runs", async () => {
    const { errors, extensions, statements } = await ask('{ event(id: "hub") { id } }', () => {
      throw new GraphQLError("Wait.", { extensions: { code: "TOO_MANY_REQUESTS" } });
    });
    expect(errors?.map((error) => error.extensions?.code)).toEqual(["TOO_MANY_REQUESTS"]);
    expect(extensions).toEqual({ cost: { requested: 1_001, actual: 0, limit: 1_010 } });
    expect(statements).toBe(0);
  });
});

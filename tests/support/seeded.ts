import { rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { print } from "graphql";
import { openEmbedded } from "../../src/engine/index.ts";
import type { GraphEngine } from "../../src/engine/port.ts";
import { formatProblem, type Input, load, readInputs } from "../../src/load/index.ts";
import { indexesOf, type Model, readModel } from "../../src/model/index.ts";
import { createServer, type ServerOptions } from "../../src/server/index.ts";
import { counted } from "./counted.ts";
import { openTestEngine, testNeo4j } from "./engine.ts";

/** A real server over HTTP on the seed, and what a client needs to ask it. */
export interface Seeded {
  readonly address: string;
  /** How many statements the engine has read since the count was last taken. */
  takeStatements(): number;
  /** Their texts. */
  takeTexts(): readonly string[];
  /** Sends an operation, and returns its data as the operation's own type. Throws when the answer has errors. */
  ask<Data, Variables extends Record<string, unknown>>(document: TypedDocumentNode<Data, Variables>, variables?: Variables): Promise<Data>;
  /** Sends any text, and returns status and body as they come. */
  send(
    query: string,
    variables?: Record<string, unknown>,
  ): Promise<{ status: number; body: { data?: unknown; errors?: { message: string; extensions?: { code?: string } }[] } }>;
  close(): Promise<void>;
}

/** Prepares an empty engine and loads seed/ into it. Throws where seed/ has problems, and names the first five. */
export async function loadSeed(engine: GraphEngine, model: Model): Promise<void> {
  await engine.prepare(indexesOf(model));
  const { problems } = await load(engine, model, await readInputs(["seed"]));
  if (problems.length > 0) throw new Error(`seed/ has problems:\n${problems.slice(0, 5).map(formatProblem).join("\n")}`);
}

/** The seed as an embedded database that was closed, once it was loaded: for all files of a worker, which share this module. */
let loaded: Promise<string> | null = null;

async function loadedOnce(model: Model): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), "trade-graph-seed-"));
  process.once("exit", () => rmSync(path, { recursive: true, force: true }));
  const engine = await openEmbedded({ path });
  await loadSeed(engine, model);
  await engine.close();
  return path;
}

/** An engine with the seed in it: a copy of the one that was loaded first, or the test Neo4j, loaded anew. */
export async function openWithSeed(model: Model): Promise<GraphEngine> {
  if (testNeo4j() === undefined) {
    loaded ??= loadedOnce(model);
    return openTestEngine(await loaded);
  }
  const engine = await openTestEngine();
  await loadSeed(engine, model);
  return engine;
}

/** Options of the server that are of use here, and files that a test adds to the seed. */
export type SeededOptions = Pick<
  ServerOptions,
  "deadlineSeconds" | "registeredOperations" | "registeredExplorer" | "embedOrigins" | "loadKey"
> & { readonly also?: readonly Input[] };

/** Loads seed/ into a fresh engine, then files that a test adds, and serves it on a free port. */
export async function openSeeded({ also = [], ...options }: SeededOptions = {}): Promise<Seeded> {
  const model = readModel();
  const engine = await openWithSeed(model);
  if (also.length > 0) {
    const { problems } = await load(engine, model, also);
    if (problems.length > 0) throw new Error(problems.map(formatProblem).join("\n"));
  }
  const counting = counted(engine);
  const server = await createServer({ ...options, engine: counting, model, measuring: 60_000, refresh: Number.POSITIVE_INFINITY });
  const address = await server.listen({ port: 0, host: "127.0.0.1" });
  const send: Seeded["send"] = async (query, variables) => {
    const response = await fetch(`${address}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query, variables }),
    });
    return { status: response.status, body: (await response.json()) as Awaited<ReturnType<Seeded["send"]>>["body"] };
  };
  return {
    address,
    takeStatements: () => counting.takeStatements(),
    takeTexts: () => counting.takeTexts(),
    ask: async (document, variables) => {
      const { body } = await send(print(document), variables);
      if (body.errors) throw new Error(body.errors.map((e) => e.message).join("; "));
      return body.data as never;
    },
    send,
    close: async () => {
      await server.close();
      await engine.close();
    },
  };
}

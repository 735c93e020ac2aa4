import type { FastifyInstance } from "fastify";
import type { GraphEngine } from "../../src/engine/port.ts";
import { readModel } from "../../src/model/index.ts";
import { createServer, type ServerOptions } from "../../src/server/index.ts";
import { openPrepared } from "../support/prepared.ts";

/** An answer over HTTP: its body as text, and as GraphQL's JSON where it is that. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: GraphQLAnswer;
}

/** GraphQL's own answer. */
export interface GraphQLAnswer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly string[];
    readonly extensions?: Record<string, unknown>;
  }[];
  readonly extensions?: Record<string, unknown>;
}

/** A real server over HTTP on an empty engine. */
export interface Served {
  readonly address: string;
  readonly server: FastifyInstance;
  readonly engine: GraphEngine;
  /** Any request. */
  request(path: string, init?: RequestInit): Promise<Answer>;
  /** POSTs an operation to /graphql. */
  ask(query: string, variables?: Record<string, unknown>): Promise<Answer>;
  /** POSTs any body to /graphql. */
  post(body: string, headers?: Record<string, string>): Promise<Answer>;
  close(): Promise<void>;
}

/** Serves an engine on a free port, empty unless `fill` writes something first; `wrap` may put another engine before the real one. */
export async function serve(
  options: Partial<Omit<ServerOptions, "engine" | "model">> = {},
  wrap: (engine: GraphEngine) => GraphEngine = (engine) => engine,
  fill: (engine: GraphEngine) => Promise<unknown> = async () => {},
): Promise<Served> {
  const model = readModel();
  const real = await openPrepared(model);
  await fill(real);
  const engine = wrap(real);
  const server = await createServer({ engine, model, measuring: 60_000, ...options });
  const address = await server.listen({ port: 0, host: "127.0.0.1" });
  const request: Served["request"] = async (path, init) => {
    const response = await fetch(`${address}${path}`, init);
    const text = await response.text();
    const isJson = /[/+]json\b/.test(response.headers.get("content-type") ?? "");
    return { status: response.status, headers: response.headers, text, json: isJson ? (JSON.parse(text) as GraphQLAnswer) : {} };
  };
  const post: Served["post"] = (body, headers = { "content-type": "application/json" }) =>
    request("/graphql", { method: "POST", headers, body });
  return {
    address,
    server,
    engine,
    request,
    ask: (query, variables) => post(JSON.stringify({ query, variables })),
    post,
    close: async () => {
      await server.close();
      await real.close();
    },
  };
}

/** The code of the answer's only error. */
export function codeOf(answer: Answer): unknown {
  const { errors = [] } = answer.json;
  if (errors.length !== 1) throw new Error(`one error was expected: ${answer.text.slice(0, 500)}`);
  return errors[0]?.extensions?.code;
}

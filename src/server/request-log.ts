import type { ApolloServerPlugin } from "@apollo/server";
import type { FastifyBaseLogger, FastifyInstance } from "fastify";
import type { Context } from "../resolvers/index.ts";
import type { Metrics } from "./metrics.ts";
import type { Spent } from "./watched.ts";

/** What this room keeps with each request, besides what resolvers need. */
export interface ServerContext extends Context {
  readonly requestId: string;
  readonly spent: Spent;
  /** Charges the request's client with what an operation costs. Throws a GraphQLError, TOO_MANY_REQUESTS, where it has used up its share. */
  spend(cost: number): Promise<void>;
}

/** Levels at which lines of level info are written; at others they are not even made. */
const TALKATIVE: ReadonlySet<string> = new Set(["trace", "debug", "info"]);

/** One line a request, at level info: what was asked, what it came to, how long it took. Never what was sent: it may hold a key. */
export function logRequests(server: FastifyInstance): void {
  if (!TALKATIVE.has(server.log.level)) return;
  server.addHook("onResponse", (request, reply, done) => {
    request.log.info(
      {
        method: request.method,
        url: request.url.replace(/\?.*/s, ""),
        statusCode: reply.statusCode,
        milliseconds: Math.round(reply.elapsedTime * 10) / 10,
        address: request.ip,
      },
      "answered",
    );
    done();
  });
}

/** Counts each operation, and logs it at level info with what it cost, under its request's id. */
export function countsOperations(metrics: Metrics, log: FastifyBaseLogger): ApolloServerPlugin<ServerContext> {
  const isLogged = TALKATIVE.has(log.level);
  return {
    requestDidStart: async () => {
      const begun = performance.now();
      return {
        willSendResponse: async ({ response, operation, operationName, contextValue: { requestId, spent } }) => {
          const errors = response.body.kind === "single" ? (response.body.singleResult.errors ?? []) : [];
          const outcome = errors.length === 0 ? "ok" : String(errors[0]?.extensions?.code);
          const milliseconds = performance.now() - begun;
          // What could not be read, or named by none of its operations, has no name that means anything.
          const name = operation ? (operationName ?? operation.name?.value ?? null) : null;
          metrics.operation({ operation: name, outcome, seconds: milliseconds / 1000 });
          if (!isLogged) return;
          log.info(
            {
              reqId: requestId,
              operation: name,
              kind: operation?.operation,
              outcome,
              errors: errors.length,
              milliseconds: Math.round(milliseconds * 10) / 10,
              statements: spent.statements,
              statementMilliseconds: Math.round(spent.milliseconds * 10) / 10,
              rows: spent.rows,
            },
            "operation",
          );
        },
      };
    },
  };
}

import type { FastifyInstance } from "fastify";
import type { GraphEngine } from "../engine/port.ts";
import type { Stopping } from "./stop.ts";

/** How long the database may take to answer before it counts as unavailable, in milliseconds. */
const PATIENCE = 1_000;

/**
 * `/livez` (also `/health`): the process answers. `/readyz` (also `/health/ready`): the database does too, within a second, and how much it holds;
 * 503 where it does not, or where the server is about to end, so that no more requests are sent to it.
 */
export function serveHealth(server: FastifyInstance, engine: GraphEngine, stopping: Stopping): void {
  for (const path of ["/livez", "/health"]) server.get(path, () => ({ status: "ok" }));
  for (const path of ["/readyz", "/health/ready"]) {
    server.get(path, async (request, reply) => {
      if (stopping.hasBegun) return reply.code(503).send({ status: "stopping", engine: engine.kind });
      try {
        return await within(PATIENCE, async () => {
          const deadline = { at: performance.now() + PATIENCE, signal: AbortSignal.timeout(PATIENCE) };
          const version = await engine.version();
          const [row] = await engine.read({ text: "MATCH (n:Node) RETURN count(n)", params: {} }, deadline);
          return { status: "ok", engine: engine.kind, version, nodes: row?.[0] ?? 0 };
        });
      } catch (error) {
        request.log.error({ err: error }, "the database does not answer");
        return reply.code(503).send({ status: "unavailable", engine: engine.kind });
      }
    });
  }
}

/** What `job` resolves to; rejects where that takes longer than `milliseconds`. */
async function within<T>(milliseconds: number, job: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${milliseconds} ms`)), milliseconds);
  });
  return Promise.race([job(), late]).finally(() => clearTimeout(timer));
}

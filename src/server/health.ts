import type { FastifyInstance } from "fastify";
import type { GraphEngine } from "../engine/port.ts";

/** `/health`: the process answers. `/health/ready`: the database does too, and how much it holds; 503 where it does not. */
export function serveHealth(server: FastifyInstance, engine: GraphEngine): void {
  server.get("/health", () => ({ status: "ok" }));
  server.get("/health/ready", async (request, reply) => {
    try {
      const version = await engine.version();
      const [row] = await engine.read({ text: "MATCH (n:Node) RETURN count(n)", params: {} });
      return { status: "ok", engine: engine.kind, version, nodes: row?.[0] ?? 0 };
    } catch (error) {
      request.log.error({ err: error }, "the database does not answer");
      return reply.code(503).send({ status: "unavailable", engine: engine.kind });
    }
  });
}

import { Readable } from "node:stream";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { backup } from "../backup/index.ts";
import type { GraphEngine } from "../engine/port.ts";

/**
 * `/backup`: the whole database as the lines of a backup, for those who may load. It goes out as it is read; loads wait meanwhile. One that
 * breaks off lacks its last line, which who restores it looks for.
 */
export function serveBackup(server: FastifyInstance, engine: GraphEngine, isAllowed: (request: FastifyRequest) => boolean): void {
  server.get("/backup", (request, reply) => {
    if (!isAllowed(request)) {
      return reply.code(403).send({
        errors: [
          {
            message: "A backup needs a key that may load everything: send Authorization: Bearer <the key>.",
            extensions: { code: "FORBIDDEN" },
          },
        ],
      });
    }
    const lines = Readable.from(backup(engine));
    lines.once("error", (error) => request.log.error({ err: error }, "a backup broke off"));
    return reply
      .type("application/jsonl; charset=utf-8")
      .header("cache-control", "no-store")
      .header("content-disposition", 'attachment; filename="backup.jsonl"')
      .send(lines);
  });
}

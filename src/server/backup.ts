import type { FastifyInstance } from "fastify";
import { GraphQLError } from "graphql";
import { z } from "zod";
import { backup } from "../backup/index.ts";
import type { GraphEngine } from "../engine/port.ts";
import { mayLoad } from "../keys/index.ts";
import { readWrites } from "../load/index.ts";
import type { Access } from "./key.ts";
import { badInput, withKey } from "./keyed.ts";
import { atPace } from "./pace.ts";

/** So many writes are listed unless asked, and at most. */
const WRITES = { usual: 100, most: 10_000 } as const;

/**
 * What whoever runs the server may have of it with a key. `/backup`: the whole database as the lines of a backup, for a key that may load
 * everything. It goes out as it is read; loads wait meanwhile, but not for a client that takes it too slowly (pace.ts; `patience` in milliseconds): it is broken off then,
 * and lacks its last line, which who restores it looks for.
 * `/writes?last=100`: who wrote what and when, a line of JSON each, the newest first.
 */
export function serveBackup(server: FastifyInstance, engine: GraphEngine, access: Access, patience?: number): void {
  // A HEAD would read all of it for nothing.
  const alone = { exposeHeadRoute: false };
  server.get("/backup", alone, (request, reply) =>
    withKey(access, request, reply, (writer) => {
      if (!mayLoad(writer, "*"))
        throw new GraphQLError(`A backup needs a key that may load everything, and ${writer.name} may load ${writer.bundles.join(", ")}.`, {
          extensions: { code: "FORBIDDEN" },
        });
      const lines = atPace(backup(engine), patience);
      lines.once("error", (error) => request.log.error({ err: error }, "a backup broke off"));
      reply.header("content-disposition", 'attachment; filename="backup.jsonl"');
      return lines;
    }),
  );
  server.get("/writes", alone, (request, reply) =>
    withKey(access, request, reply, async () => {
      const asked = z.object({ last: z.coerce.number().int().min(1).max(WRITES.most).default(WRITES.usual) }).safeParse(request.query);
      if (!asked.success) throw badInput(`last must be a whole number, 1 to ${WRITES.most}.`);
      const writes = await readWrites(engine, asked.data.last);
      return writes.map((write) => `${JSON.stringify(write)}\n`).join("");
    }),
  );
}

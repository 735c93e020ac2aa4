import { Transform } from "node:stream";
import { errorCodes, type FastifyInstance } from "fastify";
import type { Access } from "./key.ts";

/** The longest request of a client that may load, in bytes: enough for a large bundle. */
export const MAX_LOAD = 8 * 1024 * 1024;
/** The longest request of everyone else, in bytes: enough for any question. */
export const MAX_QUESTION = 256 * 1024;

/** Stops reading long requests of those who may not load, whether they state the length beforehand or not. */
export function limitBodies(server: FastifyInstance, access: Access): void {
  server.addHook("preParsing", async (request, _reply, payload) => {
    if (access.writerOf(request)) return payload;
    const stated = request.headers["content-length"];
    if (Number(stated ?? 0) > MAX_QUESTION) {
      access.noteRefusal(request);
      throw new errorCodes.FST_ERR_CTP_BODY_TOO_LARGE();
    }
    // Node reads no more than the stated length.
    if (stated !== undefined) return payload;
    let length = 0;
    const counted = new Transform({
      transform: (chunk: Buffer, _encoding, done) => {
        length += chunk.length;
        if (length <= MAX_QUESTION) return done(null, chunk);
        access.noteRefusal(request);
        done(new errorCodes.FST_ERR_CTP_BODY_TOO_LARGE());
      },
    });
    payload.once("error", (error) => counted.destroy(error));
    return payload.pipe(counted);
  });
}

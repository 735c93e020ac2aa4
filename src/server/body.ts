import { Transform } from "node:stream";
import { errorCodes, type FastifyInstance } from "fastify";
import { hasLoadKey } from "./key.ts";

/** The longest request of a client that may load, in bytes: enough for a large bundle. */
export const MAX_LOAD = 8 * 1024 * 1024;
/** The longest request of everyone else, in bytes: enough for any question. */
export const MAX_QUESTION = 256 * 1024;

/** Stops reading long requests of those who may not load, whether they state the length beforehand or not. */
export function limitBodies(server: FastifyInstance, loadKey: string | undefined): void {
  server.addHook("preParsing", async (request, _reply, payload) => {
    if (hasLoadKey(request.headers.authorization, loadKey)) return payload;
    const stated = request.headers["content-length"];
    if (Number(stated ?? 0) > MAX_QUESTION) throw new errorCodes.FST_ERR_CTP_BODY_TOO_LARGE();
    // Node reads no more than the stated length.
    if (stated !== undefined) return payload;
    let length = 0;
    const counted = new Transform({
      transform: (chunk: Buffer, _encoding, done) => {
        length += chunk.length;
        if (length > MAX_QUESTION) done(new errorCodes.FST_ERR_CTP_BODY_TOO_LARGE());
        else done(null, chunk);
      },
    });
    payload.once("error", (error) => counted.destroy(error));
    return payload.pipe(counted);
  });
}

import { Transform } from "node:stream";
import { errorCodes, type FastifyInstance, type preParsingAsyncHookHandler } from "fastify";
import type { Access } from "./key.ts";

/** The longest request of a client that may load, in bytes: enough for a large bundle. */
export const MAX_LOAD = 8 * 1024 * 1024;
/** The longest request of everyone else, in bytes: enough for any question. */
export const MAX_QUESTION = 256 * 1024;

/**
 * Stops reading long requests of those who may not load, whether they state the length beforehand or not; what is sent compressed counts as it
 * is when inflated. Bodies are JSON alone: a page of another origin can make a browser send other types, but not JSON, without asking first.
 */
export function limitBodies(server: FastifyInstance, access: Access): void {
  server.removeContentTypeParser("text/plain");
  const limit: preParsingAsyncHookHandler = async (request, _reply, payload) => {
    if (access.writerOf(request)) return payload;
    const stated = request.headers["content-length"];
    if (Number(stated ?? 0) > MAX_QUESTION) {
      access.noteRefusal(request);
      throw new errorCodes.FST_ERR_CTP_BODY_TOO_LARGE();
    }
    // Node reads no more than the stated length; what is inflated may be any length.
    if (stated !== undefined && request.headers["content-encoding"] === undefined) return payload;
    let length = 0;
    const counted = new Transform({
      transform: (chunk: Buffer, _encoding, done) => {
        length += chunk.length;
        if (length <= MAX_QUESTION) return done(null, chunk);
        access.noteRefusal(request);
        done(new errorCodes.FST_ERR_CTP_BODY_TOO_LARGE());
      },
    });
    // Fastify compares what was stated with what came, before it was inflated.
    Object.defineProperty(counted, "receivedEncodedLength", { get: () => receivedLength(payload) ?? length });
    payload.once("error", (error) => counted.destroy(error));
    return payload.pipe(counted);
  };
  // Inflating is a hook of each route: behind it, what is counted is what is read.
  server.addHook("onRoute", (route) => {
    route.preParsing = [...[route.preParsing ?? []].flat(), limit];
  });
}

/**
 * Closes the connection of a request whose body has not come in time, with HTTP 408. Where it has a key and is an import, which may have any length, it is in time as long as
 * something of it comes.
 */
export function endLateBodies(server: FastifyInstance, access: Access, milliseconds: number): void {
  server.addHook("onRequest", async (request) => {
    const { raw } = request;
    if (raw.headers["content-length"] === undefined && raw.headers["transfer-encoding"] === undefined) return;
    const mayGoOn = request.routeOptions.url?.startsWith("/import/") === true && access.writerOf(request) !== null;
    let came = raw.socket.bytesRead;
    const timer = setInterval(() => {
      const before = came;
      came = raw.socket.bytesRead;
      if (raw.complete) clearInterval(timer);
      else if (!mayGoOn || came === before)
        raw.socket.end("HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n", () => raw.destroy());
    }, milliseconds);
    raw.once("close", () => clearInterval(timer));
  });
}

/** The bytes that came of a body before it was inflated; undefined where it was not compressed. */
const receivedLength = (payload: object): number | undefined =>
  "receivedEncodedLength" in payload && typeof payload.receivedEncodedLength === "number" ? payload.receivedEncodedLength : undefined;

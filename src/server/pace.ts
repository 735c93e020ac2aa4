import { Readable } from "node:stream";
import type { FastifyInstance } from "fastify";

/** For how long a client may take nothing of its answer, in milliseconds, before its connection is closed. */
const STALLED = 30_000;

/** For how long a client may hold up what waits for its answer to be read, in milliseconds, before that is broken off. */
const PATIENCE = 30_000;
/** So much that it has taken, in characters, gives it a millisecond back: a tenth of what a line of 10 Mbit/s takes. */
const BYTES_PER_MILLISECOND = 128;

/** Closes the connections of clients that ask and then take nothing of the answer, which waits in memory until they do. */
export function endStalled(server: FastifyInstance, milliseconds = STALLED): void {
  server.addHook("onSend", (_request, reply, _payload, done) => {
    // Counts from the last bytes that went out; once the answer is out, Node sets its own time for the next request. A request whose body broke off
    // may have lost its connection by now.
    reply.raw.socket?.setTimeout(milliseconds);
    done();
  });
}

/**
 * Breaks off a stream whose reader takes too long over it: time in which a piece lies ready and is not taken adds up, and may come to `patience`
 * milliseconds; each 128 bytes taken give one of them back. What the stream holds up goes on then; its reader sees that it has no end.
 */
export function atPace(pieces: AsyncIterable<string | Uint8Array>, patience = PATIENCE): Readable {
  let left = patience;
  // A piece is read ahead, no more: what lies ready then waits for its reader.
  const stream = Readable.from(paced(), { highWaterMark: 1 });
  return stream;

  async function* paced(): AsyncGenerator<string | Uint8Array> {
    for await (const piece of pieces) {
      const ready = performance.now();
      const timer = setTimeout(() => stream.destroy(new Error("the client takes too long over it")), Math.max(0, left));
      try {
        yield piece;
      } finally {
        clearTimeout(timer);
      }
      // What it takes at once, into its buffers, buys no time beyond the patience that there was.
      left = Math.min(patience, left + piece.length / BYTES_PER_MILLISECOND - (performance.now() - ready));
    }
  }
}

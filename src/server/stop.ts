import type { FastifyInstance } from "fastify";

/** How long requests that are under way may take to end once the server stops, in milliseconds. */
const GRACE = 6_000;

/** Whether a server is about to end; asked by readiness, told by whoever stops it. */
export class Stopping {
  #begun = false;

  /** Whether no new connection is accepted any more. */
  get hasBegun(): boolean {
    return this.#begun;
  }

  /**
   * Ends a server in order: readiness answers 503, no new connection is accepted, idle ones are closed, and whatever was accepted is answered, each
   * with `connection: close`. What has not ended after the grace period is cut off. Resolves once the server is closed.
   */
  async end(server: FastifyInstance, grace = GRACE): Promise<void> {
    this.#begun = true;
    const cut = setTimeout(() => server.server.closeAllConnections(), grace);
    // A connection that becomes idle after the first look is found by the next one.
    const idle = setInterval(() => server.server.closeIdleConnections(), 100);
    await server.close().finally(() => {
      clearTimeout(cut);
      clearInterval(idle);
    });
  }

  /** Lets the answers of a stopping server close their connections. */
  watch(server: FastifyInstance): void {
    server.addHook("onSend", (_request, reply, _payload, done) => {
      if (this.#begun) reply.header("connection", "close");
      done();
    });
  }
}

import type { FastifyReply, FastifyRequest } from "fastify";
import { GraphQLError } from "graphql";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

/** The window of a client's limit, in seconds. */
const WINDOW = 60;

/** Addresses of this machine itself, which no limit holds. */
const LOOPBACK = /^(?:127\.|::1$|::ffff:127\.)/;

/**
 * How much each client may ask for in a minute, in the unit of an operation's cost. A client is an address: that of the connection, or, behind
 * proxies that the server is told to trust, the one that they name. Clients on this machine are not limited.
 */
export class ClientLimits {
  readonly #limiter: RateLimiterMemory;

  constructor(private readonly points: number) {
    this.#limiter = new RateLimiterMemory({ points, duration: WINDOW });
  }

  /** Charges a request's client, and says in headers what it has left. Throws a GraphQLError, TOO_MANY_REQUESTS, where that is too little. */
  async spend(request: FastifyRequest, reply: FastifyReply, cost: number): Promise<void> {
    if (LOOPBACK.test(request.ip)) return;
    reply.header("ratelimit-policy", `"client";q=${this.points};w=${WINDOW}`);
    try {
      this.#tell(reply, await this.#limiter.consume(request.ip, Math.ceil(cost)));
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      const seconds = Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
      this.#tell(reply, refused);
      reply.header("retry-after", String(seconds));
      const [figure, limit] = [Math.ceil(cost), this.points].map((number) => number.toLocaleString("en"));
      throw new GraphQLError(
        `This request costs ${figure}; a client may ask for ${limit} in ${WINDOW} seconds, and has used that up. Ask again in ${seconds} s, or for smaller pages.`,
        { extensions: { code: "TOO_MANY_REQUESTS", http: { status: 429 } } },
      );
    }
  }

  #tell(reply: FastifyReply, { remainingPoints, msBeforeNext }: RateLimiterRes): void {
    reply.header("ratelimit", `"client";r=${Math.max(0, remainingPoints)};t=${Math.ceil(msBeforeNext / 1000)}`);
  }
}

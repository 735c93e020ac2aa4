import { HeaderMap } from "@apollo/server";
import type { FastifyBaseLogger, FastifyRequest } from "fastify";
import { GraphQLError } from "graphql";
import { LRUCache } from "lru-cache";
import { type KeyPlaces, KeyRing, type Writer } from "../keys/index.ts";

/** After so many wrong keys within the time below, an address waits until it is over: its keys are not even looked at. */
export const MOST_FAILURES = 5;
/** In milliseconds, from an address's first wrong key. */
const FAILURES_LAST = 60_000;
/** So many addresses are remembered; the longest ago are forgotten first. */
const MOST_ADDRESSES = 10_000;

/** What comes with requests of those who write: their keys, in `Authorization: Bearer …`. */
export class Access {
  readonly #ring: KeyRing;
  readonly #failures = new LRUCache<string, { count: number; readonly until: number }>({
    max: MOST_ADDRESSES,
    ttl: FAILURES_LAST,
    noUpdateTTL: true,
  });
  /** Requests whose wrong key was counted: once, however often a request needs it. */
  readonly #counted = new WeakSet<FastifyRequest>();
  #refused = 0;

  constructor(places: KeyPlaces, log: FastifyBaseLogger) {
    this.#ring = new KeyRing(places, (error) => log.error({ err: error }, "the file of keys can't be used: its keys are refused"));
  }

  /** How many wrong keys were refused since the start. */
  get refused(): number {
    return this.#refused;
  }

  /** Who writes with a request; null where it has no key, or a wrong one, or its address has tried too many. */
  writerOf(request: FastifyRequest): Writer | null {
    const key = keyOf(request);
    return key === null || this.#waiting(request) > 0 ? null : this.#ring.writerOf(key);
  }

  /** Counts and logs that a request was refused something for its key, if it has one. The key itself goes nowhere. */
  noteRefusal(request: FastifyRequest): void {
    if (keyOf(request) === null || this.#waiting(request) > 0 || this.#counted.has(request)) return;
    this.#counted.add(request);
    this.#refused += 1;
    const before = this.#failures.get(request.ip);
    const failures = { count: (before?.count ?? 0) + 1, until: before?.until ?? Date.now() + FAILURES_LAST };
    this.#failures.set(request.ip, failures);
    request.log.warn({ ip: request.ip, failures: failures.count }, "a wrong key was refused");
  }

  /** Who writes with a request. Throws GraphQLError, with an HTTP status and what is missing, where nobody does. */
  require(request: FastifyRequest): Writer {
    const writer = this.writerOf(request);
    if (writer) return writer;
    const seconds = this.#waiting(request);
    if (seconds > 0)
      throw new GraphQLError(`Too many wrong keys came from this address: no key of it is looked at for ${seconds} s.`, {
        extensions: { code: "TOO_MANY_REQUESTS", http: { status: 429, headers: new HeaderMap([["retry-after", String(seconds)]]) } },
      });
    this.noteRefusal(request);
    throw new GraphQLError(
      keyOf(request) === null
        ? "This needs a key: send Authorization: Bearer <the key>. Whoever runs the server has one: LOAD_KEY, or npm run keys -- add."
        : "The key is none of this server's, or was revoked. It takes LOAD_KEY, and what npm run keys -- add gives.",
      { extensions: { code: "FORBIDDEN" } },
    );
  }

  /** For how many seconds an address must wait; 0 where its keys are looked at. */
  #waiting({ ip }: FastifyRequest): number {
    const failures = this.#failures.get(ip);
    if (!failures || failures.count < MOST_FAILURES) return 0;
    return Math.max(0, Math.ceil((failures.until - Date.now()) / 1000));
  }
}

/** The key of a request; null where its Authorization is missing, or something else. */
function keyOf({ headers }: FastifyRequest): string | null {
  return /^Bearer +(\S+)$/i.exec(headers.authorization ?? "")?.[1] ?? null;
}

import type { FastifyInstance, FastifyRequest } from "fastify";
import { GraphQLError } from "graphql";
import type { Access } from "../key.ts";
import type { Documents } from "./documents.ts";

/** What of a request says which document it is; each may be anything, as it came. */
interface Given {
  readonly documentId: unknown;
  readonly query: unknown;
  readonly extensions: unknown;
}

/**
 * Puts the text of a registered document in place of what a request named it by, before anything reads it; all others are refused. Who has a key that
 * may load is a stranger to nobody, and may ask anything.
 */
export class RegisteredOnly {
  readonly #documents: Documents;
  readonly #access: Access;
  readonly #accepted = new WeakSet<FastifyRequest>();

  constructor(documents: Documents, access: Access) {
    this.#documents = documents;
    this.#access = access;
  }

  /** Looks at every request that a route takes. */
  watch(server: FastifyInstance): void {
    server.addHook("preHandler", (request, _reply, done) => {
      if (this.#access.writerOf(request) || this.#isRegistered(request)) this.#accepted.add(request);
      done();
    });
  }

  /** Throws OPERATION_NOT_REGISTERED where the request asks for something else. */
  require(request: FastifyRequest): void {
    if (this.#accepted.has(request)) return;
    this.#access.noteRefusal(request);
    throw new GraphQLError(
      "This server answers registered operations only, and this is none of them. Name one by documentId, or send its text to the letter; whoever runs the server registers others (REGISTERED_OPERATIONS).",
      { extensions: { code: "OPERATION_NOT_REGISTERED", http: { status: 400 } } },
    );
  }

  /** Whether the request names a registered document, whose text it has from then on. */
  #isRegistered(request: FastifyRequest): boolean {
    const isGet = request.method === "GET";
    const sent = isGet ? request.query : request.body;
    if (!isObject(sent)) return false;
    const extensions = isGet ? jsonOf(sent.extensions) : sent.extensions;
    const text = this.#documentOf({ documentId: sent.documentId, query: sent.query, extensions });
    if (text === null) return false;
    // Its name has done its work: what comes after reads the text.
    delete sent.documentId;
    delete sent.extensions;
    sent.query = text;
    if (isGet) request.raw.url = withQuery(request.url, text);
    return true;
  }

  /** The one document that all stand for which were given; null where there is none, or there are two. */
  #documentOf({ documentId, query, extensions }: Given): string | null {
    const persisted = isObject(extensions) ? extensions.persistedQuery : undefined;
    const hash = isObject(persisted) ? persisted.sha256Hash : undefined;
    const byId = (id: unknown) => (typeof id === "string" ? this.#documents.byId(id) : null);
    const found = [
      ...(isGiven(documentId) ? [byId(documentId)] : []),
      ...(isGiven(hash) ? [byId(hash)] : []),
      ...(isGiven(query) ? [typeof query === "string" ? this.#documents.byText(query) : null] : []),
    ];
    const [first = null] = found;
    return found.every((text) => text === first) ? first : null;
  }
}

/** Null and an empty text count as left out, as clients write what they have not. */
const isGiven = (value: unknown): boolean => value !== undefined && value !== null && value !== "";

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

/** A value that was sent as JSON text; undefined where it is none. */
function jsonOf(text: unknown): unknown {
  if (typeof text !== "string") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The same address with this text for its query, and without what named it. */
function withQuery(url: string, text: string): string {
  const [path = "", search = ""] = url.split(/\?(.*)/s);
  const parameters = new URLSearchParams(search);
  for (const name of ["documentId", "extensions", "query"]) parameters.delete(name);
  parameters.set("query", text);
  return `${path}?${parameters}`;
}

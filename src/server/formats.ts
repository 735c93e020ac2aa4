import { Readable } from "node:stream";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { getOperationAST, parse } from "graphql";
import { LRUCache } from "lru-cache";
import { columnsOf, csvPieces, jsonLines, type Question, SDMX_CSV, sdmxCsv } from "../exporters/index.ts";
import { InputError } from "../load/index.ts";
import type { Warning } from "../resolvers/index.ts";
import { preferredType } from "./accept.ts";
import { type AnswerCitation, CITATION_HEADER } from "./citation.ts";
import { COST_HEADER, type CostReport } from "./cost/limits.ts";
import { refusal } from "./errors.ts";
import { asHeader, inAscii, WARNINGS_HEADER } from "./warnings.ts";

/** An answer's data as a text in pieces, some of them empty; what was asked is null where only a hash of it was sent. Throws InputError where the answer does not go into the format. */
type Write = (data: unknown, asked: Question | null) => Iterable<string>;

interface Format {
  /** Its name in `?format=`. */
  readonly name: string;
  readonly write: Write;
  readonly type: string;
  readonly file: string;
}

/** The formats of an answer beside JSON, by media type. */
const FORMATS = new Map<string, Format>([
  [
    "text/csv",
    {
      name: "csv",
      write: (data, asked) => csvPieces(data, asked && columnsOf(asked)),
      type: "text/csv; charset=utf-8",
      file: "answer.csv",
    },
  ],
  ["application/jsonl", { name: "jsonl", write: jsonLines, type: "application/jsonl; charset=utf-8", file: "answer.jsonl" }],
  [
    SDMX_CSV,
    { name: "sdmx-csv", write: (data) => [sdmxCsv(data)], type: `${SDMX_CSV}; version=2.0.0; labels=id`, file: "answer.sdmx.csv" },
  ],
]);

/** The media types of GraphQL's own answers. */
const JSON_TYPES = ["application/json", "application/graphql-response+json"] as const;

/** What `?format=` may be. */
const NAMES = [...[...FORMATS.values()].map(({ name }) => name), "json"];

/**
 * Answers of queries at /graphql as CSV or as JSON lines, where the address has `format=csv` or `format=jsonl`, statistics also as SDMX-CSV (`format=sdmx-csv`), or the client's Accept header
 * prefers one of these to JSON: the same request, the same limits, the same statement. The address comes before the header, since whoever opens
 * it in a browser or a spreadsheet can't set one. Warnings and the cost go into headers. An answer with errors, or to a mutation, stays JSON, with its status.
 */
export function serveFormats(server: FastifyInstance): void {
  const wanted = new WeakMap<FastifyRequest, Format>();
  server.addHook("onRequest", (request, reply, done) => {
    if (!/^\/graphql\/?(\?|$)/.test(request.url)) return done();
    const { format: name } = request.query as { format?: unknown };
    if (name !== undefined && !NAMES.some((known) => known === name)) {
      const message = `There is no format ${JSON.stringify(name)}: write ${NAMES.map((known) => `format=${known}`).join(", ")}.`;
      reply.code(400).send(refusal(message, "BAD_REQUEST"));
      return;
    }
    const format = name === undefined ? preferred(request.headers.accept) : named(name);
    if (format) wanted.set(request, format);
    // Anything: what is sent as JSON becomes the format afterwards, and its status is for clients that read it.
    if (format || name === "json") request.headers.accept = "*/*";
    done();
  });
  server.addHook("onSend", async (request, reply, payload) => {
    const format = wanted.get(request);
    const isJson = String(reply.getHeader("content-type")).startsWith("application/json");
    if (!format || reply.statusCode !== 200 || !isJson || typeof payload !== "string") return payload;
    // Making the answer took its time already.
    await nextTurn();
    const { data, errors, extensions } = JSON.parse(payload) as {
      data?: unknown;
      errors?: unknown;
      extensions?: { warnings?: readonly Warning[]; cost?: CostReport; citation?: AnswerCitation };
    };
    if (errors !== undefined || data === undefined || data === null) return payload;
    const asked = askedBy(request);
    if (asked && getOperationAST(asked.document, asked.operationName)?.operation !== "query") return payload;
    let pieces: Iterable<string>;
    try {
      pieces = format.write(data, asked);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      reply.code(400).removeHeader("content-length");
      return JSON.stringify(refusal(error.message, "BAD_REQUEST"));
    }
    reply.header("content-type", format.type).header("content-disposition", `attachment; filename="${format.file}"`);
    reply.removeHeader("content-length");
    if (extensions?.cost) reply.header(COST_HEADER, JSON.stringify(extensions.cost));
    if (extensions?.citation) reply.header(CITATION_HEADER, inAscii(extensions.citation.citation));
    if (extensions?.warnings) reply.header(WARNINGS_HEADER, asHeader(extensions.warnings));
    return Readable.from(inTurns(pieces), { objectMode: false });
  });
}

/** For so long pieces are made before others have a turn, in milliseconds. */
const TURN = 10;
/** So large a piece goes out, in characters: the first rows are there before the last are made. */
const PIECE = 16_384;

/** Texts of a useful size out of small ones, made as they are taken, with turns for others in between. */
async function* inTurns(pieces: Iterable<string>): AsyncGenerator<string> {
  let gathered = "";
  let begun = performance.now();
  for (const piece of pieces) {
    gathered += piece;
    const isLong = performance.now() - begun > TURN;
    if (gathered.length < PIECE && !isLong) continue;
    if (gathered !== "") yield gathered;
    gathered = "";
    if (isLong) await nextTurn();
    if (isLong) begun = performance.now();
  }
  if (gathered !== "") yield gathered;
}

/** The format of a name; null for JSON. */
const named = (name: unknown): Format | null => [...FORMATS.values()].find((format) => format.name === name) ?? null;

/** What the Accept headers of late prefer, since reading one takes 3 µs: clients send the same few. */
const preferences = new LRUCache<string, { readonly format: Format | null }>({ max: 100 });

/** `formatOf`, kept. */
function preferred(accept: string | undefined): Format | null {
  if (accept === undefined) return null;
  let preference = preferences.get(accept);
  if (!preference) {
    preference = { format: formatOf(accept) };
    preferences.set(accept, preference);
  }
  return preference.format;
}

/** The format that an Accept header prefers to all others and to JSON; null where it prefers JSON, or nothing. */
function formatOf(accept: string): Format | null {
  return FORMATS.get(preferredType<string>(accept, [...JSON_TYPES, ...FORMATS.keys()]) ?? "") ?? null;
}

/** The query of a request that was answered, so that it is one; null where only its hash was sent. */
function askedBy(request: FastifyRequest): Question | null {
  const { query, operationName, variables } = (request.method === "GET" ? request.query : request.body) as Readonly<
    Record<string, unknown>
  >;
  if (typeof query !== "string") return null;
  return {
    document: parse(query, { noLocation: true }),
    operationName: typeof operationName === "string" ? operationName : null,
    variables: (typeof variables === "string" ? JSON.parse(variables) : variables) as Question["variables"],
  };
}

import type { FastifyInstance, FastifyRequest } from "fastify";
import { toCsv, toJsonLines } from "../exporters/index.ts";

/** The formats of an answer beside JSON, by media type. */
const FORMATS = {
  "text/csv": { write: toCsv, type: "text/csv; charset=utf-8", file: "answer.csv" },
  "application/jsonl": { write: toJsonLines, type: "application/jsonl; charset=utf-8", file: "answer.jsonl" },
} as const;

type Format = (typeof FORMATS)[keyof typeof FORMATS];

/**
 * Answers of /graphql as CSV or as JSON lines, where the client accepts one of these and no JSON: the same request, the same limits, the same
 * statement. An answer with errors stays JSON, with its status.
 */
export function serveFormats(server: FastifyInstance): void {
  const wanted = new WeakMap<FastifyRequest, Format>();
  server.addHook("onRequest", (request, _reply, done) => {
    const format = formatOf(request.headers.accept);
    if (format && /^\/graphql(\?|$)/.test(request.url)) {
      wanted.set(request, format);
      request.headers.accept = "application/json";
    }
    done();
  });
  server.addHook("onSend", (request, reply, payload, done) => {
    const format = wanted.get(request);
    const isJson = String(reply.getHeader("content-type")).startsWith("application/json");
    if (!format || reply.statusCode !== 200 || !isJson || typeof payload !== "string") return done(null, payload);
    const { data, errors } = JSON.parse(payload) as { data?: unknown; errors?: unknown };
    if (errors !== undefined || data === undefined || data === null) return done(null, payload);
    const text = format.write(data);
    reply.header("content-type", format.type).header("content-disposition", `attachment; filename="${format.file}"`);
    reply.header("content-length", Buffer.byteLength(text));
    done(null, text);
  });
}

/** The first of our formats that a header names; null where it accepts JSON, or none of them. */
function formatOf(accept: string | undefined): Format | null {
  const types = (accept ?? "").split(",").map((part) => part.split(";")[0]?.trim().toLowerCase() ?? "");
  if (types.some((type) => type === "application/json" || type === "application/graphql-response+json")) return null;
  for (const type of types) if (type in FORMATS) return FORMATS[type as keyof typeof FORMATS];
  return null;
}

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyReply } from "fastify";
import { type GraphQLSchema, printSchema } from "graphql";
import type { GraphEngine } from "../engine/port.ts";
import type { Model } from "../model/index.ts";
import type { MergedIds } from "../resolvers/index.ts";
import { ROOT } from "../root.ts";
import { serveNodePages } from "./node-pages.ts";

/** The built pages. */
const BUILT = join(ROOT, "dist", "explorer");

/** The file of requests that the explorer's views send first, where the pages are built; else none. */
export function firstAsked(): readonly string[] {
  const file = join(BUILT, "first-asked.json");
  return existsSync(file) ? [file] : [];
}

/** What the explorer sends, as vite.config.ts leaves it there: to be registered where others are not answered. */
export const EXPLORER_OPERATIONS = join(BUILT, "operations.json");

/** What stands at `/` where neither the explorer nor GraphiQL would work: they ask what nobody registered. */
const NO_PAGE =
  "This server answers registered operations only: POST or GET /graphql with documentId. The schema is at /schema.graphql. Whoever runs it can have the explorer here (REGISTERED_EXPLORER=yes).\n";

const NOT_BUILT = "The pages are not built: run `npm run build`. GraphQL is at /graphql.\n";

/** Where the explorer's views stand (src/explorer/app/views.ts), apart from the pages of nodes. */
const VIEWS = ["/", "/map", "/measures", "/timeline", "/tariffs", "/questions", "/questions/:question", "/graph", "/changes"];

/** The explorer takes nothing but its own files, asks nobody but this server, and stands in the frames of these pages. */
const policyFor = (ancestors: readonly string[]): string =>
  `default-src 'none';script-src 'self';style-src 'self';img-src 'self' data: blob:;font-src 'self';connect-src 'self';worker-src 'self';base-uri 'none';form-action 'self';frame-ancestors ${ancestors.length === 0 ? "'none'" : ancestors.join(" ")}`;
const POLICY = policyFor([]);

/** What the page reads to know that it may be embedded. */
const MAY_EMBED = '<meta name="embed" content="yes" />';

/** What pages are served from, and how long a look at the graph may take for one. */
export interface PagesOptions {
  readonly engine: GraphEngine;
  readonly model: Model;
  /** Leads from the id of a node that was merged to the other. */
  readonly merged: MergedIds;
  readonly deadlineSeconds: number;
  /** What may be asked: everything, which GraphiQL needs; registered operations with the explorer's own among them; or without these, which leaves no page anything to ask. */
  readonly answers: "everything" | "the explorer" | "others";
  /** Origins whose pages may show a view in a frame; none: nobody's, and there are no addresses for it. */
  readonly embedOrigins: readonly string[];
}

/** Serves the schema as text at `/schema.graphql`, the explorer at `/`, and GraphiQL at `/graphiql`; or a sentence where the explorer may not ask either. */
export async function servePages(server: FastifyInstance, schema: GraphQLSchema, options: PagesOptions): Promise<void> {
  const sdl = `${printSchema(schema)}\n`;
  server.get("/schema.graphql", (_request, reply) => reply.type("text/plain; charset=utf-8").send(sdl));
  const assets = join(BUILT, "assets");
  // Built files are named after their content; the pages themselves are not. Those of the documentation are among them.
  if (existsSync(assets))
    await server.register(fastifyStatic, { root: assets, prefix: "/assets/", immutable: true, maxAge: "365d", decorateReply: false });
  if (options.answers === "others") {
    server.get("/", (_request, reply) => reply.type("text/plain; charset=utf-8").send(NO_PAGE));
    return;
  }
  const [built, graphiql] = [read("index.html"), read("graphiql/index.html")];
  if (built === null || graphiql === null) {
    server.get("/", (_request, reply) => reply.code(503).type("text/plain").send(NOT_BUILT));
    return;
  }
  const { embedOrigins } = options;
  const explorer = embedOrigins.length === 0 ? built : built.replace("<head>", `<head>\n    ${MAY_EMBED}`);
  // The explorer has a view for GraphiQL's address, which says why there is none.
  server.get("/graphiql", (_request, reply) =>
    options.answers === "everything" ? html(reply).send(graphiql) : html(reply, POLICY).send(explorer),
  );
  for (const view of VIEWS) {
    server.get(view, (request, reply) => {
      const asked = view === "/" ? request.url.slice(1) : "";
      return /[?&]query=/.test(asked) ? reply.redirect(`/graphiql${asked}`) : html(reply, POLICY).send(explorer);
    });
  }
  serveNodePages(server, "", (reply) => html(reply, POLICY).send(explorer), options);
  if (embedOrigins.length === 0) return;
  const policy = policyFor(embedOrigins);
  for (const view of VIEWS) server.get(`/embed${view}`, (_request, reply) => html(reply, policy).send(explorer));
  serveNodePages(server, "/embed", (reply) => html(reply, policy).send(explorer), options);
}

/** Answers with a page. One with a policy of its own may have frames around it: that policy says whose, and the older header would forbid them all. */
export function html(reply: FastifyReply, policy?: string): FastifyReply {
  if (policy !== undefined) reply.header("content-security-policy", policy);
  if (policy !== undefined && policy !== POLICY) reply.removeHeader("x-frame-options");
  return reply.header("cache-control", "no-cache").type("text/html; charset=utf-8");
}

function read(file: string): string | null {
  try {
    return readFileSync(join(BUILT, file), "utf8");
  } catch {
    return null;
  }
}

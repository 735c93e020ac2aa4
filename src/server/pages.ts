import { existsSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { type GraphQLSchema, printSchema } from "graphql";
import { ROOT } from "../root.ts";

/** The built page. */
const PAGE = join(ROOT, "dist", "page");

/** What stands at `/` where GraphiQL would not work: it asks what nobody registered. */
const NO_PAGE = "This server answers registered operations only: POST or GET /graphql with documentId. The schema is at /schema.graphql.\n";

/** Serves the schema as text at `/schema.graphql`, and GraphiQL at `/`, or a sentence where not everything may be asked. */
export async function servePages(server: FastifyInstance, schema: GraphQLSchema, mayAskAll = true): Promise<void> {
  const sdl = `${printSchema(schema)}\n`;
  server.get("/schema.graphql", (_request, reply) => reply.type("text/plain; charset=utf-8").send(sdl));
  if (!mayAskAll) {
    server.get("/", (_request, reply) => reply.type("text/plain; charset=utf-8").send(NO_PAGE));
    return;
  }
  if (!existsSync(PAGE)) {
    server.get("/", (_request, reply) =>
      reply.code(503).type("text/plain").send("The page is not built: run `npm run build`. GraphQL is at /graphql.\n"),
    );
    return;
  }
  await server.register(fastifyStatic, {
    root: PAGE,
    setHeaders: (reply, path) => {
      // Built files are named after their content; the page itself is not.
      reply.setHeader("cache-control", path.endsWith(".html") ? "no-cache" : "public, max-age=31536000, immutable");
    },
    cacheControl: false,
  });
}

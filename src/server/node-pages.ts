import { Readable } from "node:stream";
import type { FastifyInstance, FastifyReply } from "fastify";
import { existingIds } from "../compile/index.ts";
import { type GraphEngine, within } from "../engine/port.ts";
import { linkedNode, NODE_TYPES } from "../exporters/index.ts";
import { isId, type Model } from "../model/index.ts";
import type { MergedIds } from "../resolvers/index.ts";
import { preferredType } from "./accept.ts";
import { deadlineOf } from "./deadline.ts";

/** What nodes are read from, and how long that may take. */
interface NodePagesOptions {
  readonly engine: GraphEngine;
  readonly model: Model;
  readonly merged: MergedIds;
  readonly deadlineSeconds: number;
}

/** What stands at the address of a node: the page for people, and linked data for who prefers that. */
const TYPES = ["text/html", ...NODE_TYPES] as const;

/**
 * Serves each node at the address that `Node.page` gives: as the page, or as linked data where the Accept header prefers that (JSON-LD, Turtle, N-Quads). The
 * id of a node that was merged into another leads there, for the time being, since merges are taken back. 404 where no node has the id, as the page for who takes one, else in words.
 */
export function serveNodePages(
  server: FastifyInstance,
  base: string,
  page: (reply: FastifyReply) => FastifyReply,
  { engine, model, merged, deadlineSeconds }: NodePagesOptions,
): void {
  server.get<{ Params: { "*": string } }>(`${base}/id/*`, async (request, reply) => {
    const id = request.params["*"];
    const type = preferredType(request.headers.accept ?? "*/*", TYPES);
    reply.header("vary", "accept");
    const reading = within(engine, deadlineOf(reply, deadlineSeconds));
    const found = isId(id) ? await reading.read(existingIds([id])) : [];
    if (found.length > 0) {
      if (type === null || type === "text/html") {
        const others = NODE_TYPES.map((other) => `<${base}/id/${encodeURI(id)}>; rel="alternate"; type="${other}"`);
        return page(reply.header("link", others.join(", ")));
      }
      const text = Readable.from(linkedNode(reading, model, id, type), { objectMode: false });
      return reply.header("cache-control", "no-cache").type(`${type}; charset=utf-8`).send(text);
    }
    const into = isId(id) ? await merged.into(id) : null;
    if (into !== null) {
      const asked = request.url.includes("?") ? request.url.slice(request.url.indexOf("?")) : "";
      return reply.header("cache-control", "no-cache").redirect(`${base}/id/${encodeURI(into)}${asked}`);
    }
    reply.code(404);
    if (type === "text/html" && request.headers.accept?.includes("text/html")) return page(reply);
    return reply
      .type("text/plain; charset=utf-8")
      .send(`No node has the id ${id}. /graphql finds nodes by name: { search(text: "…") { node { id label } } }\n`);
  });
}

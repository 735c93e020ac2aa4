import type { FastifyInstance } from "fastify";
import { existingIds } from "../compile/index.ts";
import { type GraphEngine, within } from "../engine/port.ts";
import { isId } from "../model/index.ts";
import { deadlineOf } from "./deadline.ts";

/** What the page of a node asks, in the editor. */
const ASKED = (id: string) => `{
  node(id: ${JSON.stringify(id)}) {
    label
    ... on Subject {
      summary
      claims(first: 20) {
        nodes { quote statement certainty source { title url publishedOn } }
      }
    }
    neighbours(first: 10) {
      label
      totalCount
      nodes { id label page }
    }
  }
}
`;

/**
 * Serves the page of each node, the address that `Node.page` gives: GraphiQL with a question about the node. 404 in words where no node has the id.
 */
export function serveNodePages(server: FastifyInstance, engine: GraphEngine, deadlineSeconds: number): void {
  server.get<{ Params: { "*": string } }>("/id/*", async (request, reply) => {
    const id = request.params["*"];
    const found = isId(id) ? await within(engine, deadlineOf(reply, deadlineSeconds)).read(existingIds([id])) : [];
    if (found.length === 0) {
      return reply
        .code(404)
        .type("text/plain; charset=utf-8")
        .send(`No node has the id ${id}. /graphql finds nodes by name: { search(text: "…") { node { id label } } }\n`);
    }
    return reply.redirect(`/?query=${encodeURIComponent(ASKED(id))}`, 303);
  });
}

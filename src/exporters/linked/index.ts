import type { GraphEngine } from "../../engine/port.ts";
import type { Model } from "../../model/index.ts";
import { jsonld as asJsonld } from "./jsonld.ts";
import { resources, resourcesOfNode } from "./resources.ts";
import { nquads as asNquads, turtle as asTurtle } from "./turtle.ts";

/** The whole graph as Turtle, what resources.ts says of it. Throws EngineError. */
export const turtle = (engine: GraphEngine, model: Model) => asTurtle(model, resources(engine, model));
/** The whole graph as N-Quads. Throws EngineError. */
export const nquads = (engine: GraphEngine, model: Model) => asNquads(model, resources(engine, model));
/** The whole graph as one JSON-LD document. Throws EngineError. */
export const jsonld = (engine: GraphEngine, model: Model) => asJsonld(model, resources(engine, model));

/** What one node can be given as, by media type. */
const OF_NODES = { "application/ld+json": asJsonld, "text/turtle": asTurtle, "application/n-quads": asNquads } as const;

/** The media types of one node as linked data, the first preferred. */
export const NODE_TYPES = Object.keys(OF_NODES) as readonly (keyof typeof OF_NODES)[];

/** A node with the edges that start at it, as linked data in the words of the whole graph's. The node is there. Throws EngineError. */
export function linkedNode(
  engine: Pick<GraphEngine, "read">,
  model: Model,
  id: string,
  type: keyof typeof OF_NODES,
): AsyncIterable<string> {
  return OF_NODES[type](model, resourcesOfNode(engine, model, id));
}

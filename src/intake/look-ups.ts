/** What importers ask of the graph, answered by an engine. */
import type { GraphEngine } from "../engine/port.ts";
import type { FindBy, Graph, PartyLookUp } from "../importers/index.ts";
import { hasOrigin, nodesBy, owners, type Asked as PresentAsked, presentEdges, presentNodes } from "../load/index.ts";
import type { Model } from "../model/index.ts";

/** Which ids the graph has, and which nodes have a code or a name: what tariff schedules ask, and all others too. */
export function lookUp(engine: GraphEngine, model: Model) {
  const findBy: FindBy = (type, property, values, within) => nodesBy(engine, type, property, values, within);
  return { model, owners: (ids: readonly string[]) => owners(engine, ids), findBy };
}

/** What importers of firms and people ask the graph. */
export function partyLookUp(engine: GraphEngine, model: Model): PartyLookUp {
  return { ...lookUp(engine, model), hasOrigin: (origin) => hasOrigin(engine, origin) };
}

/** What registers that speak of what is there ask of it. */
export function graphIn(engine: GraphEngine, model: Model): Graph {
  return { ...lookUp(engine, model), ...presentIn(engine, model) };
}

/** What tables ask of an engine's graph. */
export function graphOf(engine: GraphEngine, model: Model) {
  return { ...lookUp(engine, model), present: presentIn(engine, model) };
}

function presentIn(engine: GraphEngine, model: Model): Pick<Graph, "nodes" | "edges"> {
  return {
    nodes: (asked: readonly PresentAsked[], edgeFields: readonly string[]) => presentNodes(engine, model, asked, edgeFields),
    edges: (type, ends, bundle) => presentEdges(engine, model, type, ends, bundle),
  };
}

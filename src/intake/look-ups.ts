/** What importers ask of the graph, answered by an engine. */
import type { GraphEngine } from "../engine/port.ts";
import type { FindBy, Graph, PartyLookUp } from "../importers/index.ts";
import { hasOrigin, nodesBy, owners, type Asked as PresentAsked, presentEdges, presentNodes } from "../load/index.ts";
import type { Model } from "../model/index.ts";

/** Finds nodes by codes and names in an engine's graph. */
export function finder(engine: GraphEngine): FindBy {
  return (type, property, values, within) => nodesBy(engine, type, property, values, within);
}

/** What importers of firms and people ask the graph. */
export function partyLookUp(engine: GraphEngine, model: Model): PartyLookUp {
  return {
    model,
    owners: (ids) => owners(engine, ids),
    findBy: finder(engine),
    hasOrigin: (origin) => hasOrigin(engine, origin),
  };
}

/** What tariff schedules ask the graph. */
export function scheduleLookUp(engine: GraphEngine, model: Model) {
  return { model, owners: (ids: readonly string[]) => owners(engine, ids), findBy: finder(engine) };
}

/** What tables ask of an engine's graph. */
export function graphOf(engine: GraphEngine, model: Model) {
  return {
    model,
    owners: (ids: readonly string[]) => owners(engine, ids),
    findBy: finder(engine),
    present: {
      nodes: (asked: readonly PresentAsked[], edgeFields: readonly string[]) => presentNodes(engine, model, asked, edgeFields),
      edges: (...[type, ends, bundle]: Parameters<Graph["edges"]>) => presentEdges(engine, model, type, ends, bundle),
    },
  };
}

/** The same as one thing, for registers that speak of what is there. */
export function graphIn(engine: GraphEngine, model: Model): Graph {
  const { present, ...others } = graphOf(engine, model);
  return { ...others, ...present };
}

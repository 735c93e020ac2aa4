import type { Property } from "../../model/index.ts";
import { cypher, EMPTY, type Fragment, type Name, stored } from "../cypher/fragment.ts";
import type { AsOf } from "../request/day.ts";
import type { Site } from "../request/site.ts";
import { propertyAsOf } from "./as-of.ts";
import { inOrder, notBelowNone } from "./ranges.ts";

/*
 * What an edge rests on is stored with it as a list of texts, one for each source: `1|2025-04-04`, whether it is official, and when it
 * spoke first (src/load/graph/claim-support.ts). So counting sources walks nothing, and counts no later source as of a known day.
 * An edge that became surer keeps how sure it was, oldest first: `2025-05-01|REPORTED` (src/load/graph/stored-edge.ts). Most have no such list. Where
 * claims give an edge's own values, it keeps their history like a node (src/load/graph/best-value.ts).
 */

/**
 * A property of an edge as of the day asked for: its certainty, and what claims give of its own values, are those of what was published by the known
 * day; all else is as it is stored.
 */
export function edgeProperty(edge: Name, property: Property, { known }: AsOf): Fragment {
  if (property.name !== "certainty" || known === null) return propertyAsOf({ valid: null, known }, property, edge);
  const plain = stored(edge, property.name);
  const last = cypher`[s IN ${edge}.certainties WHERE split(s, '|')[0] <= ${known} | split(s, '|')[1]][-1]`;
  return cypher`CASE WHEN ${edge}.certainties IS NULL THEN ${plain} ELSE ${last} END`;
}

/** The sources of an edge that had spoken by the known day. */
function sources(edge: Name, { known }: AsOf): Fragment {
  const all = cypher`coalesce(${edge}.evidence, [])`;
  return known === null ? all : cypher`[s IN ${all} WHERE split(s, '|')[1] <= ${known}]`;
}

/** How many different sources an edge rests on. */
export function sourceCount(edge: Name, asOf: AsOf): Fragment {
  return cypher`size(${sources(edge, asOf)})`;
}

/** Whether an edge rests on an official source. */
export function official(edge: Name, asOf: AsOf): Fragment {
  return cypher`any(s IN ${sources(edge, asOf)} WHERE s STARTS WITH '1')`;
}

/** Conditions of `evidence: { minSources, maxSources, official }`. */
export function evidenceConditions(edge: Name, asOf: AsOf, site: Site): Fragment[] {
  const bound = (name: string) => site.parameter((args) => notBelowNone(inOrder(args, "minSources", "maxSources"), name).number(name));
  const { args } = site;
  return [
    ...(args.has("minSources") ? [cypher`${sourceCount(edge, asOf)} >= ${bound("minSources")}`] : []),
    ...(args.has("maxSources") ? [cypher`${sourceCount(edge, asOf)} <= ${bound("maxSources")}`] : []),
    ...(args.has("official") ? [cypher`${args.flag("official") ? EMPTY : cypher`NOT `}${official(edge, asOf)}`] : []),
  ];
}

import type { AsOf } from "./as-of.ts";
import type { FilterSite } from "./filter.ts";

/*
 * What an edge rests on is stored with it as a list of texts, one for each source: `1|2025-04-04|source:x`, whether it is official, when it
 * spoke first, and which it is (src/load/graph/claim-support.ts). So counting sources walks nothing, and counts no later source as of a known day.
 */

/** The sources of an edge that had spoken by the known day. */
function sources(relation: string, { known }: AsOf): string {
  const all = `coalesce(${relation}.evidence, [])`;
  return known === null ? all : `[s IN ${all} WHERE split(s, '|')[1] <= ${known}]`;
}

/** How many different sources an edge rests on. */
export function sourceCount(relation: string, asOf: AsOf): string {
  return `size(${sources(relation, asOf)})`;
}

/** Whether an edge rests on an official source. */
export function official(relation: string, asOf: AsOf): string {
  return `any(s IN ${sources(relation, asOf)} WHERE s STARTS WITH '1')`;
}

/** Conditions of `evidence: { minSources, maxSources, official }`. */
export function evidenceConditions(relation: string, asOf: AsOf, { value, parameter }: FilterSite): string[] {
  const given = (name: string) => value[name] !== undefined && value[name] !== null;
  return [
    ...(given("minSources") ? [`${sourceCount(relation, asOf)} >= ${parameter((v) => v.minSources as number)}`] : []),
    ...(given("maxSources") ? [`${sourceCount(relation, asOf)} <= ${parameter((v) => v.maxSources as number)}`] : []),
    ...(given("official") ? [`${value.official === true ? "" : "NOT "}${official(relation, asOf)}`] : []),
  ];
}

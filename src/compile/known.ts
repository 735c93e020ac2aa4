import type { Statement } from "../engine/port.ts";
import { type Lookup, type Model, prefixOf } from "../model/index.ts";
import { cypher, type Fragment, join, word } from "./cypher/fragment.ts";

/** Which of some ids the graph has: rows `[id]`. */
export function existingIds(ids: readonly string[]): Statement {
  return { text: "UNWIND $ids AS i MATCH (n:Node {id: i}) RETURN n.id", params: { ids } };
}

/** How many sources `citedSources` finds at most. */
export const MOST_SOURCES = 200;

/**
 * The sources of what some nodes say, each once, the first by id, and one more than `MOST_SOURCES` where there are more: sources among them, the sources of claims among them, and
 * those of claims about the others; published or read by a day where one is given. Rows `[id, title, publisher, publishedOn, url]`.
 */
export function citedSources(ids: readonly string[], known: string | null): Statement {
  const of = (prefix: string) => ids.filter((id) => prefixOf(id) === prefix);
  const others = ids.filter((id) => !["source", "claim"].includes(prefixOf(id)));
  const ways = [
    "UNWIND $sources AS i MATCH (s:Source {id: i})",
    "UNWIND $claims AS i MATCH (c:Claim {id: i})-[:STATED_IN]->(s:Source)",
    "UNWIND $others AS i MATCH (n:Node {id: i})<-[:ABOUT]-(c:Claim)-[:STATED_IN]->(s:Source)",
  ].map((way) => `${way}${known === null ? "" : " WHERE s.recordedOn IS NULL OR s.recordedOn <= $known"} RETURN s`);
  return {
    text: `CALL () { ${ways.join(" UNION ")} } WITH DISTINCT s ORDER BY s.id LIMIT ${MOST_SOURCES + 1} RETURN s.id, s.title, s.publisher, s.publishedOn, s.url`,
    params: { sources: of("source"), claims: of("claim"), others, ...(known === null ? {} : { known }) },
  };
}

/** The nodes of a type that have any of some codes: rows `[code, …]`, with the values by which a lookup tells nodes of one code apart. */
export function nodesOfCodes({ type, by, within }: Pick<Lookup, "type" | "by" | "within">, codes: readonly string[]): Statement {
  const returned = join([cypher`c AS code`, ...within.map(({ property }) => cypher`n.${word(property)} AS ${word(property)}`)], ", ");
  const ways = by.map((code) => cypher`UNWIND $codes AS c MATCH (n:${word(type)} {${word(code)}: c}) RETURN ${returned}`);
  return { text: join(ways, " UNION ALL ").text, params: { codes } };
}

/** What somebody may have meant who gave `key` for a node of one of some types. */
export interface Meant {
  readonly key: string;
  readonly types: readonly string[];
}

/** The longest key that is looked for: its neighbours are too many beyond. */
export const LONGEST_KEY = 60;
/** The shortest key that another may be like: of two letters, every other pair is one away. */
const SHORTEST_WORD = 4;

/**
 * The ids of nodes that are called almost so: rows `[place, id, how]`, where `place` is that in `meant`, and `how` is 0 for a node that has the key as
 * a code (`USA`, `850511`), 1 for one whose id has the key, in upper or lower case, or, where the type is certain, with one character more, less or
 * another. Every neighbour of a key is looked up in the index of ids, so that the graph's size does not matter: 2,000 for a key of 25 characters.
 */
export function similarIds(model: Model, meant: readonly Meant[]): Statement {
  const tries = meant.flatMap(({ key, types }, place) => {
    const prefixes = types.flatMap((type) => model.nodes.get(type)?.prefix ?? []);
    const others = types.length === 1 && key.length >= SHORTEST_WORD ? neighbours(key) : [];
    const keys = key === "" ? [] : [key, key.toUpperCase(), key.toLowerCase(), ...others];
    return prefixes.flatMap((prefix) => keys.map((near) => [place, `${prefix}:${near}`]));
  });
  const codes = meant.flatMap(({ key }, place) => [...new Set([key, key.toUpperCase()])].map((code) => [place, code]));
  const types = new Set(meant.flatMap((one) => one.types));
  const byCode = model.lookups
    .filter(({ type }) => types.has(type))
    .flatMap(({ type, by }) =>
      by.map(
        (property) => cypher`UNWIND $codes AS c MATCH (n:${word(type)} {${word(property)}: c[1]}) ${returned(cypher`c[0]`, cypher`0`)}`,
      ),
    );
  const nearby = cypher`UNWIND $tries AS t MATCH (n:Node {id: t[1]}) ${returned(cypher`t[0]`, cypher`1`)}`;
  return { text: join([nearby, ...byCode], " UNION ALL ").text, params: { tries, codes } };
}

function returned(place: Fragment, how: Fragment): Fragment {
  return cypher`RETURN ${place} AS place, n.id AS id, ${how} AS how`;
}

/** The best hit of a search, given the engine's own clause: a row of its id and the words that it is found by. */
export function bestHit(clause: string): string {
  return `${clause} RETURN n.id, n.searchText ORDER BY score DESC, n.id LIMIT 1`;
}

const LETTERS = [..."abcdefghijklmnopqrstuvwxyz0123456789-."];

/** Keys that differ in one character, or in two neighbouring ones that changed places. */
function neighbours(key: string): string[] {
  const isUpper = key === key.toUpperCase();
  const letters = isUpper ? LETTERS.map((letter) => letter.toUpperCase()) : LETTERS;
  const near = new Set<string>();
  for (let i = 0; i <= key.length; i++) {
    const [before, after] = [key.slice(0, i), key.slice(i)];
    for (const letter of letters) {
      near.add(before + letter + after);
      if (after !== "") near.add(before + letter + after.slice(1));
    }
    if (after !== "") near.add(before + after.slice(1));
    if (after.length > 1) near.add(before + after[1] + after[0] + after.slice(2));
  }
  near.delete(key);
  return [...near];
}

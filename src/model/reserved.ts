import { DISPUTED } from "./contested.ts";
import { EDGE_DAYS } from "./dated.ts";
import { isMonthName } from "./months.ts";

/** Names that fields can't have in the schema files, since storage, answers, filters or records use them for something else. */

/** By what has them, as it ends a sentence: "… is what …". */
type Reserved = readonly (readonly [names: readonly string[], use: string])[];

const OF_ANSWERS: Reserved = [[["edges", "nodes", "node", "cursor", "pageInfo", "totalCount"], "a list and its pages are called by"]];

const EDGE_DAY_NAMES: readonly string[] = [...EDGE_DAYS.values()].flatMap(({ first, last }) => [first, last]);

/** What the loader stores beside a node's own properties, and what filters on a type call something else. */
const OF_NODES: Reserved = [
  [
    [
      "bundle",
      "stated",
      "history",
      "asKnown",
      "unclaimed",
      "unclaimedUntil",
      "namesEdges",
      "searchText",
      "searchNames",
      "sourceId",
      "official",
      DISPUTED,
      ...EDGE_DAY_NAMES,
    ],
    "the loader stores beside a node's properties",
  ],
  [["type", "not", "any", "all", "reach", "on", "isPart"], "filters have beside a type's properties"],
  ...OF_ANSWERS,
];

/** What the loader stores beside what an edge says, and what records and answers say of every edge. */
const OF_EDGES: Reserved = [
  [
    ["bundles", "stated", "evidence", "certainties", "history", "unclaimed", "unclaimedUntil"],
    "the loader stores beside an edge's properties",
  ],
  [["id", "type", "from", "to", "claims", "sourceCount", "official", "via"], "records and answers have of every edge"],
  ...OF_ANSWERS,
];

/** What every dated edge says of itself; an undated one may call its own so. */
const OF_DATED_EDGES: Reserved = [[["since", "until", "recordedOn", "certainty", "note"], "every dated edge says of itself"], ...OF_EDGES];

/** Root fields and keys of seed files that are no lists of a type's nodes. */
const OF_LISTS: Reserved = [[["bundle", "restsOn"], "seed files call something else"]];

/** What a field belongs to. */
export type Owner = "node" | "edge" | "dated edge" | "list";

const RESERVED: Readonly<Record<Owner, Reserved>> = {
  node: OF_NODES,
  edge: OF_EDGES,
  "dated edge": OF_DATED_EDGES,
  list: OF_LISTS,
};

/** Why a name can't be given to a field, as a sentence with what to do; null where it can. */
export function whyReserved(owner: Owner, name: string): string | null {
  if (owner === "node" && isMonthName(name)) return `${name} ends like what the loader stores beside a date: choose another name.`;
  const [, use] = RESERVED[owner].find(([names]) => names.includes(name)) ?? [];
  return use === undefined ? null : `${name} is what ${use}: choose another name.`;
}

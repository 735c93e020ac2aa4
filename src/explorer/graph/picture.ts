import { plainWords } from "../data/words.ts";
import type {
  GraphAroundQuery,
  GraphEdgeFragment,
  GraphLeadingQuery,
  GraphLedQuery,
  GraphNodeFragment,
  GraphPathsQuery,
  MeasureStatus,
} from "../generated/operations.ts";

/** A node of the picture, or a family of neighbours that stands for its members. */
export interface Drawn {
  readonly key: string;
  readonly type: string;
  readonly label: string;
  /** Where a measure stands; null of all others. */
  readonly status: MeasureStatus | null;
  /** How many members a family has; null of a node. */
  readonly count: number | null;
  /** The node around which it was found; null of the one in the middle. */
  readonly parent: string | null;
  /** How it reads from its parent: `imposed by`. */
  readonly words: string;
}

/** An edge of the picture. */
export interface DrawnEdge {
  /** `from|TYPE|to|since`, as the address names its evidence; of a family's line something else. */
  readonly key: string;
  readonly from: string;
  readonly to: string;
  /** How it reads from the end that the reader opened, else from where it begins. */
  readonly words: string;
  readonly since: string | null;
  readonly until: string | null;
  readonly isPath: boolean;
}

/** Whether an edge joins a node with the one around which it was found. */
export const isJoining = ({ from, to }: DrawnEdge, { key, parent }: Drawn): boolean =>
  parent !== null && ((from === key && to === parent) || (from === parent && to === key));

/** What is drawn, in the order in which it was found. */
export interface Picture {
  readonly nodes: readonly Drawn[];
  readonly edges: readonly DrawnEdge[];
  /** What does not fit and so is not drawn; empty where all is. */
  readonly left: readonly Left[];
}

/** Something that is not drawn for want of room. */
export interface Left {
  /** How much of what: `31 of “targeted by”`. */
  readonly words: string;
  /** The node whose page lists it; null where it is of several. */
  readonly node: { readonly key: string; readonly label: string } | null;
}

/** What a picture is made of. */
export interface Found {
  readonly around: GraphAroundQuery;
  /** The members of large families that are open, as edges that lead away from their nodes and to them. */
  readonly leading: readonly Leading[];
  readonly led: readonly Led[];
  /** Whether they are those of this day, as far as they are asked for. */
  readonly isWhole: boolean;
  /** What joins the nodes of the picture, as far as it is there. */
  readonly joined: readonly GraphEdgeFragment[];
  readonly paths: GraphPathsQuery["paths"];
  /** Families that the reader opened: `measure:x~targets`. */
  readonly opened: ReadonlySet<string>;
}

type Opened = NonNullable<GraphAroundQuery["nodes"][number]>;
/** An edge with the node that it leads to, and one with the node from which it leads. */
export type Leading = GraphLeadingQuery["relationships"]["nodes"][number];
export type Led = GraphLedQuery["relationships"]["nodes"][number];
/** A family of a node, and how many of its members came with it. */
export type Family = Opened["neighbours"][number];

/** How many members of a family come with its node. */
export const WITH_NODE = 20;
/** A family of so many is drawn member by member. */
const SMALL = 6;
/** Where so many nodes are drawn, families stay closed unless the reader opens them. */
export const MANY = 300;
/** What has no days is no edge of the picture: what sources say stands in the evidence. */
const isDrawn = ({ type }: Family): boolean => type !== "ABOUT" && type !== "STATED_IN" && type !== "CONTRADICTS";

/** A family's name in the address. */
export const familyKey = (id: string, { field }: { readonly field: string }): string => `${id}~${field}`;

/** Puts together what is drawn. */
export function pictureOf(found: Found): Picture {
  const picture = new Builder();
  const opened = found.around.nodes.filter((node) => node !== null);
  for (const node of opened) picture.add(node, null, "");
  for (const { nodes } of found.paths) for (const node of nodes) picture.add(node, null, "on the path");
  for (const node of opened) for (const family of node.neighbours.filter(isDrawn)) addFamily(picture, node, family, found);
  const onPath = new Set(found.paths.slice(0, 1).flatMap(({ hops }) => hops.flatMap(({ relationships }) => relationships.map(edgeKey))));
  const ofPaths = found.paths.flatMap(({ hops }) => hops.flatMap(({ relationships }) => relationships));
  for (const edge of [...found.leading, ...found.led, ...found.joined, ...ofPaths]) picture.join(edge, onPath.has(edgeKey(edge)));
  return picture.done();
}

function addFamily(picture: Builder, node: Opened, family: Family, found: Found): void {
  const key = familyKey(node.id, family);
  const isOpen = found.opened.has(key) || (family.totalCount <= SMALL && picture.size < MANY);
  if (!isOpen) {
    picture.addFamily(key, node.id, family);
    return;
  }
  const isLarge = family.totalCount > WITH_NODE;
  const more = isLarge ? askedOf(node.id, family, found) : [];
  for (const member of new Map([...family.nodes, ...more].map((one) => [one.id, one])).values()) {
    picture.add(member, node.id, family.label);
    picture.joinTo(node.id, member.id, family);
  }
  // Of several edges to one node each counts, so that it is edges which are compared.
  const left = isLarge && found.isWhole ? family.totalCount - more.length : 0;
  if (left > 0) picture.leave({ words: `${left.toLocaleString("en")} of “${family.label}”`, node: { key: node.id, label: node.label } });
}

/** The members of a family that are asked for by themselves, one for each edge. */
function askedOf(id: string, { type, direction, nodes }: Family, { leading, led }: Found): readonly GraphNodeFragment[] {
  const more =
    direction === "IN"
      ? led.flatMap((edge) => (edge.type === type && edge.to.id === id ? [edge.from] : []))
      : leading.flatMap((edge) => (edge.type === type && edge.from.id === id ? [edge.to] : []));
  return more.filter((node) => type !== "PART_OF" || node.__typename === nodes[0]?.__typename);
}

const edgeKey = ({ from, type, to, since }: GraphEdgeFragment): string => `${from.id}|${type}|${to.id}|${since ?? ""}`;

/** Gathers what is drawn, each thing once. */
class Builder {
  readonly #nodes = new Map<string, Drawn>();
  readonly #edges = new Map<string, DrawnEdge>();
  readonly #words = new Map<string, string>();
  readonly #left: Left[] = [];

  get size(): number {
    return this.#nodes.size;
  }

  add(node: GraphNodeFragment, parent: string | null, words: string): void {
    if (this.#nodes.has(node.id)) return;
    const status = "statusOn" in node ? node.statusOn.status : null;
    this.#nodes.set(node.id, { key: node.id, type: node.__typename, label: node.label, status, count: null, parent, words });
  }

  addFamily(key: string, parent: string, { label, totalCount, nodes, direction, type }: Family): void {
    const words = `${label} ${totalCount}`;
    this.#nodes.set(key, { key, type: nodes[0]?.__typename ?? "", label: words, status: null, count: totalCount, parent, words: label });
    const [from, to] = direction === "IN" ? [key, parent] : [parent, key];
    this.#edges.set(`${key}|${type}`, { key: `${key}|${type}`, from, to, words: label, since: null, until: null, isPath: false });
  }

  /** An edge that a family tells of, until the edge itself is there with its days. */
  joinTo(id: string, member: string, { type, direction, label }: Family): void {
    const [from, to] = direction === "IN" ? [member, id] : [id, member];
    const pair = `${from}|${type}|${to}`;
    if (direction === "IN" && !this.#words.has(pair)) this.#words.set(pair, label);
    if (!this.#edges.has(pair)) this.#edges.set(pair, { key: pair, from, to, words: label, since: null, until: null, isPath: false });
  }

  join(edge: GraphEdgeFragment, isPath: boolean): void {
    const [from, to, pair] = [edge.from.id, edge.to.id, `${edge.from.id}|${edge.type}|${edge.to.id}`];
    if (!this.#nodes.has(from) || !this.#nodes.has(to)) return;
    this.#edges.delete(pair);
    const key = edgeKey(edge);
    const words = this.#words.get(pair) ?? plainWords(edge.type);
    const before = this.#edges.get(key);
    this.#edges.set(key, { key, from, to, words, since: edge.since, until: edge.until, isPath: isPath || before?.isPath === true });
  }

  leave(left: Left): void {
    this.#left.push(left);
  }

  done(): Picture {
    return { nodes: [...this.#nodes.values()], edges: [...this.#edges.values()], left: this.#left };
  }
}
